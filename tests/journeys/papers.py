"""Papers that a citizen sends: small files of the kinds that people really send."""

import io

from PIL import Image, ImageDraw


def photo(*lines: str) -> bytes:
    """A photographed sheet of paper, as a JPEG."""
    image = Image.new("RGB", (900, 1200), "#f7f5ef")
    pen = ImageDraw.Draw(image)
    for place, line in enumerate(lines):
        pen.text((80, 90 + 44 * place), line, fill="#222222", font_size=28)
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=80)
    return kept.getvalue()


def letter(*lines: str) -> bytes:
    """A letter as PDF."""
    image = Image.new("RGB", (1240, 1754), "white")
    pen = ImageDraw.Draw(image)
    for place, line in enumerate(lines):
        pen.text((150, 150 + 50 * place), line, fill="black", font_size=32)
    kept = io.BytesIO()
    image.save(kept, "PDF", resolution=150)
    return kept.getvalue()
