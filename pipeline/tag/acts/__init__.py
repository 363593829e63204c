"""What a sentence says outright: wordings that tell by themselves whether it demands, judges or takes a position."""
