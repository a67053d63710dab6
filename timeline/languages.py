"""The languages that a text is told apart by, and their English names."""

from __future__ import annotations

NAMES = {  # ISO 639-1
    "ar": "Arabic",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def is_read(language: str) -> bool:
    """Events are read in English ("en", "en-GB") alone; of other languages, only the written dates are."""
    return language.lower().replace("_", "-").split("-")[0] == "en"
