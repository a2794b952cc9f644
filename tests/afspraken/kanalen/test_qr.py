import xml.etree.ElementTree as ET
from urllib.parse import unquote

from afspraken.kanalen.qr import qr_data_url


def test_de_qr_is_een_svg_zonder_stijl_of_script():
    boom = ET.fromstring(unquote(qr_data_url("K7M4QX")).partition(",")[2])  # noqa: S314 - our own picture
    assert boom.tag == "{http://www.w3.org/2000/svg}svg"
    assert not any(
        {"style", "class"} & set(element.attrib) or "script" in element.tag for element in boom.iter()
    )


def test_een_andere_code_geeft_een_ander_beeld_en_dezelfde_steeds_hetzelfde():
    assert qr_data_url("K7M4QX") == qr_data_url("K7M4QX") != qr_data_url("K7M4QY")


def test_het_adres_van_het_beeld_past_in_een_img():
    adres = qr_data_url("K7M4QX")
    assert adres.startswith("data:image/svg+xml")
    assert "<svg" in unquote(adres)
    assert '"' not in adres
