"""From a taught reader to the files that ship: ONNX with whole numbers of 8 bits, and the heads as half floats."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import BertModel

from pipeline.language.encoder.model import HEAD_NAMES, HEADS, NETWORK, write_manifest
from pipeline.language.encoder.pieces import VOCABULARY
from pipeline.training.encoder.network import Reader

OPSET = 18


class _Hidden(nn.Module):
    """The vectors of the pieces of one window without padding."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor) -> Tensor:
        hidden: Tensor = self.encoder(input_ids=pieces, attention_mask=torch.ones_like(pieces)).last_hidden_state
        return hidden


def export(reader: Reader, base: Path, areas: Sequence[str], folder: Path, note: dict[str, Any]) -> None:
    """Write ``reader`` to ``folder``; ``base`` holds the vocabulary, ``note`` goes into the manifest.

    Whole numbers keep to 7 bits, so that sums of products fit the registers of processors without VNNI, and come out
    the same with it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    reader.eval()
    reader.encoder.set_attn_implementation("eager")
    example = torch.randint(1000, 20000, (1, 64))
    length = torch.export.Dim("length", min=4, max=512)
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place) / "whole.onnx"
        torch.onnx.export(
            _Hidden(reader.encoder).eval(),
            (example,),
            str(whole),
            input_names=["pieces"],
            output_names=["hidden"],
            dynamic_shapes=({1: length},),
            opset_version=OPSET,
            dynamo=True,
        )
        quantize_dynamic(
            str(whole), str(folder / NETWORK), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
    arrays: dict[str, np.ndarray] = {}
    for name in HEAD_NAMES:
        head = getattr(reader, name)
        arrays[f"{name}_weights"] = head.weight.detach().numpy().astype(np.float16)
        arrays[f"{name}_bias"] = head.bias.detach().numpy().astype(np.float32)
    np.savez(folder / HEADS, allow_pickle=False, **arrays)
    shutil.copyfile(base / VOCABULARY, folder / VOCABULARY)
    write_manifest(folder, tuple(areas), note)
