"""The network as it learns: a BERT encoder and linear heads over its pieces and sentences, in torch.

Heads over a sentence see the mean of its pieces and the piece that ends it; heads over a commitment the mean of its
action and of its cue. Embeddings and the lowest layer stay as they were read: what they know of words that the labels
do not show is worth more than what the labels could teach them.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from pipeline.language.encoder.labels import ATTRIBUTES, TOLD, Tag

FROZEN = 1
"""Layers from below that do not learn."""


@dataclass(frozen=True)
class Outputs:
    """Logits: of acts, of each area, of the first area (sentences, n); of tags (windows, pieces, 4)."""

    acts: Tensor
    areas: Tensor
    first: Tensor
    tags: Tensor
    hidden: Tensor


class Reader(nn.Module):
    """The encoder with its heads, for ``areas`` policy areas."""

    def __init__(self, base: Path, areas: int) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(base)
        config.attention_probs_dropout_prob = 0.0
        self.encoder = BertModel.from_pretrained(base, config=config, add_pooling_layer=False)
        size = config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.acts = nn.Linear(2 * size, len(TOLD))
        self.areas = nn.Linear(2 * size, areas)
        self.first = nn.Linear(2 * size, areas)
        self.tags = nn.Linear(size, len(Tag))
        self.attributes = nn.ModuleDict({name: nn.Linear(2 * size, len(v)) for name, v in ATTRIBUTES.items()})
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:FROZEN]):
            for weights in part.parameters():
                weights.requires_grad = False

    def heads(self) -> list[nn.Parameter]:
        """The parameters beside the encoder's."""
        return [p for name, p in self.named_parameters() if not name.startswith("encoder.")]

    def forward(self, pieces: Tensor, mask: Tensor, means: Tensor, ends: Tensor) -> Outputs:
        """``pieces`` and ``mask`` (windows, pieces); ``means`` (sentences, windows x pieces) averages the pieces of
        each sentence, ``ends`` (sentences) is the place of the piece that ends it in the flattened windows.
        """
        hidden = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        flat = hidden.reshape(-1, hidden.shape[-1])
        sentences = self.dropout(torch.cat([means @ flat, flat[ends]], dim=1))
        return Outputs(
            self.acts(sentences), self.areas(sentences), self.first(sentences), self.tags(self.dropout(hidden)), flat
        )

    def attributes_of(self, flat: Tensor, actions: Tensor, cues: Tensor) -> dict[str, Tensor]:
        """Logits of what is said of commitments, whose action and cue pieces the matrices average."""
        seen = self.dropout(torch.cat([actions @ flat, cues @ flat], dim=1))
        return {name: head(seen) for name, head in self.attributes.items()}
