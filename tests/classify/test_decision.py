"""From scores to areas: the first, further ones, and doubt."""

import numpy as np
import pytest

from pipeline.classify.decision import Rule, Verdict, calibration_error, decide, figures, probabilities, tune

RULE = Rule(temperature=1.0, thresholds=(0.5, 0.5, 0.5, 0.5), doubt=0.4)


def verdict(first: list[float], every: list[float], rule: Rule = RULE) -> Verdict:
    (found,) = decide(np.array([first]), np.array([every]), rule)
    return found


def test_the_first_area_is_that_of_the_highest_score_whatever_the_other_head_says() -> None:
    assert verdict([0.1, 0.7, 0.1, 0.1], [0.1, 0.1, 0.1, 0.1]) == Verdict((1,), (0.7,), False)


def test_further_areas_follow_from_the_surest_down() -> None:
    assert verdict([0.7, 0.1, 0.1, 0.1], [0.9, 0.6, 0.2, 0.8]) == Verdict((0, 3, 1), (0.7, 0.8, 0.6), False)


def test_there_are_at_most_three_areas_and_the_weakest_goes() -> None:
    assert verdict([0.7, 0.1, 0.1, 0.1], [0.9, 0.6, 0.7, 0.8]).areas == (0, 3, 2)


def test_an_area_applies_where_its_score_reaches_its_own_threshold() -> None:
    rule = Rule(1.0, (0.5, 0.6, 0.9, 0.5), 0.4)
    assert verdict([0.7, 0.1, 0.1, 0.1], [0.0, 0.6, 0.8, 0.49], rule).areas == (0, 1)


@pytest.mark.parametrize(("score", "uncertain"), [(0.39, True), (0.4, False), (0.9, False)])
def test_a_first_score_under_the_doubt_is_uncertain(score: float, uncertain: bool) -> None:
    assert verdict([score, 0.1, 0.0, 0.0], [0.0] * 4).uncertain is uncertain


def test_scores_are_given_to_three_digits() -> None:
    assert verdict([0.71239, 0.1, 0.1, 0.1], [0.0, 0.61239, 0.0, 0.0]).scores == (0.712, 0.612)


def test_rows_are_decided_apart() -> None:
    first, every = np.array([[0.9, 0.1], [0.2, 0.8]]), np.array([[0.0, 0.7], [0.1, 0.9]])
    assert [v.areas for v in decide(first, every, Rule(1.0, (0.5, 0.5), 0.4))] == [(0, 1), (1,)]


def test_a_higher_temperature_makes_the_first_score_humbler_and_leaves_the_other_head() -> None:
    logits = np.array([[2.0, 0.0, 1.0, -1.0]])
    cold, every = probabilities(logits, 1.0)
    warm, same = probabilities(logits, 2.0)
    assert cold[0] == pytest.approx([1 / (1 + np.exp(-2)), 1 / (1 + np.exp(2))])
    assert warm[0] == pytest.approx([1 / (1 + np.exp(-1)), 1 / (1 + np.exp(1))])
    assert every[0] == pytest.approx([1 / (1 + np.exp(-1)), 1 / (1 + np.exp(1))])
    assert same == pytest.approx(every)


def test_figures_of_three_sentences() -> None:
    verdicts = [Verdict((0, 1), (0.9, 0.6), False), Verdict((1,), (0.3,), True), Verdict((2,), (0.8,), False)]
    found = figures(verdicts, [(0, 1), (0,), ()])
    assert found["primary_acc"] == 0.5
    assert found["area_micro_f1"] == pytest.approx(2 * 2 / (4 + 3))
    assert found["area_macro_f1"] == pytest.approx((2 / 3 + 2 / 3) / 2)
    assert (found["sure_acc"], found["sure_share"]) == (1.0, 0.5)
    assert found["ece"] == pytest.approx((0.1 + 0.3) / 2)


def test_calibration_is_measured_in_bins_by_their_size() -> None:
    scores, right = np.array([0.95, 0.95, 0.95, 0.15, 1.0]), np.array([True, True, False, False, True])
    assert calibration_error(scores, right) == pytest.approx((abs(3.85 - 3) + 0.15) / 5)


def test_a_rule_is_tuned_to_the_gold() -> None:
    sure = [[6.0, 0.0, 4.0, -4.0], [0.0, 6.0, -4.0, 4.0]] * 10
    unsure = [[0.3, 0.0, 0.0, -4.0]] * 10
    gold = [(0,), (1,)] * 10 + [(0,), (1,)] * 5
    rule = tune(np.array(sure + unsure), gold)
    assert 0.4 <= rule.temperature <= 2.5
    assert all(0.1 <= t <= 0.7 for t in rule.thresholds)
    assert 0.5 < rule.doubt < 0.7
