"""The tool that tries the guard on what other programs say."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tools import scan_messages


def test_messages_of_both_languages_are_tried_and_the_refused_ones_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = Catalog(locale="zh_CN")
    catalogue.add("The file is not there.", "文件不存在，请检查。")
    catalogue.add("Message me on WhatsApp", "请加微信 simking24 联系")
    catalogue.add("See /etc/passwd for more", "更多内容见 /etc/passwd")
    with (tmp_path / "sample.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(scan_messages, "CATALOGUES", (tmp_path,))
    monkeypatch.setattr(scan_messages, "CHROMIUM", tmp_path / "none.pak")
    scan_messages.main()
    *refused, chinese, english = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in refused] == ["en whatsapp", "zh wechat"]
    assert (chinese, english) == ("zh: 1 of 2 refused", "en: 1 of 2 refused")
