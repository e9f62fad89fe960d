"""Names linked to ODS codes. Every text is invented, whatever real organisation it names: never read it as a statement about one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.organisations import Register
from corpora.schema import Document
from nlp.layout import lay_out
from nlp.organisations import Linker
from nlp.organisations.mentions import mentions_of
from nlp.pipeline import Pipeline
from nlp.sheet import Sheet
from tests.nlp.marked import unmark


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker(Register.load())


def link(linker: Linker, text: str, **fields: str) -> Sheet:
    return linker.link(Sheet(text=text, sentences=lay_out(text), **fields))  # type: ignore[arg-type]


def found(sheet: Sheet) -> list[tuple[int, str, tuple[str, ...]]]:
    return [(name.start, name.text, name.all_codes) for name in sheet.names if name.all_codes and name.form != "anaphor"]


WRITTEN = [
    "[Nottingham University Hospitals NHS Trust|RX1] has been fined.",
    "[Nottingham University Hospitals|RX1] was placed in segment 4.",
    "[NOTTINGHAM UNIVERSITY HOSPITALS NHS TRUST|RX1]\n\nBoard of Directors, maternity and CQC",
    "Inspectors visited [Guy's and St Thomas' NHS Foundation Trust|RJ1] in May.",
    "Inspectors visited [Guy’s & St Thomas|RJ1]’ hospitals in May.",
    "Inspectors visited [Guys and Saint Thomas NHS Foundation Trust|RJ1] in May.",
    "Inspectors from the CQC visited [Guy’s and St. Thomas|RJ1]’ in May.",
    "The CQC went to [Newcastle-upon-Tyne Hospitals NHS FT|RTD] again.",
    "The CQC went to the [Newcastle upon Tyne Hospitals NHS Foundation Trust|RTD] again.",
    "A never event at [Tees, Esk and\nWear Valleys|RX3] was reported.",
    "A never event at [Tees Esk & Wear Valleys NHS Foundation Trust|RX3] was reported.",
    "Undertakings were given by [Barking, Havering and Redbridge University Hospitals NHS Trust|RF4].",
    "The CQC rated [Sheffield Teaching Hospitals|RHQ]’ maternity units inadequate.",
    "[Stockport NHS Foundation Trust|RWJ] is in segment 3.",
    "The CQC rated the [Christie NHS Foundation Trust|RBV] outstanding.",
    "NHS England wrote to [Bolton NHS Foundation Trust|RMC] and [Salisbury NHS Foundation Trust|RNZ].",
    "The regulator wrote to [Leicestershire Partnership NHS Trust|RT5].",
    "[University Hospitals of Leicester|RWE] met other providers.",
    "The trust board of [Leicester University Hospitals|RWE] met inspectors.",
    "[Wirral University Teaching Hospital NHS Foundation Trust|RBL] has agreed undertakings.",
    "[Notts Healthcare|RHA] is in segment 4, the CQC was told.",
    "The CQC rated [Royal Cornwall Hospitals Trust|REF] inadequate.",
]


@pytest.mark.parametrize("marked", WRITTEN)
def test_an_official_or_press_name_is_linked_however_it_is_written(linker: Linker, marked: str) -> None:
    expected = unmark(marked)
    assert found(link(linker, expected.text, published="2022-05-12")) == list(expected.names)


SYSTEMS = [
    "[NHS Devon Integrated Care Board|QJK] is in segment 4.",
    "[NHS Devon|QJK] is in segment 4.",
    "The [Devon ICB|QJK] is in segment 4.",
    "The [Devon system|QJK] is in segment 4.",
    "The [Norfolk & Waveney ICS|QMM] is in segment 3.",
    "[Shropshire, Telford and Wrekin Integrated Care System|QOC] is in segment 4.",
    "Four ICSs ([Devon|QJK], [Norfolk & Waveney|QMM], and [Shropshire, Telford & Wrekin|QOC]) are in segment 4.",
    "The ICBs of [Kent and Medway|QKS] and [Surrey Heartlands|QXU] wrote to NHS England.",
    "[SW London ICS|QWE] is in segment 2.",
    "[Humber, Coast and Vale ICS|QOQ] is in segment 3.",
    "[Greater Manchester ICB|QOP] accepted undertakings.",
]


@pytest.mark.parametrize("marked", SYSTEMS)
def test_a_system_is_linked_to_its_board(linker: Linker, marked: str) -> None:
    expected = unmark(marked)
    assert found(link(linker, expected.text, published="2022-09-12")) == list(expected.names)


DATED = [
    ("2018-01-01", "[Poole Hospital|RD3] has been fined, the CQC said."),
    ("2022-01-01", "[Poole Hospital|R0D] has been fined, the CQC said."),
    ("2017-05-01", "The [Royal Oldham|RW6] has a CQC warning notice."),
    ("2024-05-01", "The [Royal Oldham|RM3] has a CQC warning notice."),
    ("2016-03-01", "[North Middlesex University Hospital|RAP] has a CQC warning notice."),
    ("2025-06-01", "[North Middlesex University Hospital|RAL] has a CQC warning notice."),
    ("2017-06-01", "[Ipswich|RGQ] and [Colchester hospitals|RDE] are both to merge, NHS Improvement said."),
    ("2021-06-01", "[Ipswich and Colchester hospitals|RDE] are run by one NHS trust."),
    ("2016-06-01", "[Southend University Hospital NHS Foundation Trust|RAJ] was fined."),
    ("2014-06-01", "[Heart of England NHS Foundation Trust|RR1] runs three hospitals."),
    ("2022-06-01", "The former [Mid Staffordshire NHS Foundation Trust|RJD] was fined for its failings."),
    ("2024-06-01", "[Hinchingbrooke Hospital|RGN] and its patients await a CQC report."),
    ("2014-06-01", "[Hinchingbrooke Hospital|RQQ] and its patients await a CQC report."),
]


@pytest.mark.parametrize(("published", "marked"), DATED)
def test_the_operator_on_the_day_of_publication_is_meant(linker: Linker, published: str, marked: str) -> None:
    expected = unmark(marked)
    assert found(link(linker, expected.text, published=published)) == list(expected.names)


OTHERS = [
    "Nottingham Hospitals Charity has raised £1m.",
    "Nottingham City Council was rated inadequate by Ofsted.",
    "Yeovil Town lost 3–0 at home.",
    "Kingston University has been placed in special measures by its regulator.",
    "The MP for Yeovil said that hospitals were under pressure.",
    "HM Coroner for South East London wrote to the prison.",
    "Nottingham CCG was placed in special measures by NHS England.",
    "Betsi Cadwaladr University Health Board is in special measures.",
    "Mr Weston said that the CQC had been fair.",
    "The Bishop of Salisbury visited patients.",
    "Stockport County Court heard the case of a nurse.",
    "Essex Police said that a patient had been found.",
    "Patients were told of the Leeds Festival by the CQC.",
    "The North West has more nurses than the East Midlands, NHS England said.",
    "Queen Elizabeth opened the ward in 1962.",
    "MRI scans and ECT were discussed by the nurses on the wards.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_another_body_a_person_or_a_place_is_not_linked(linker: Linker, text: str) -> None:
    assert found(link(linker, text, published="2019-05-12")) == []


EVIDENCE = [
    "[Kingston Hospital NHS Foundation Trust|RAX] was fined. Later [Kingston|RAX] was rated good.",
    "[Basildon|RDD] is in special measures; so are [Tameside|RMP] and [Medway|RPA].",
    "In segment 3: [Stockport|RWJ], [Blackpool|RXL] and [Southport and Ormskirk|RVY].",
    "The trusts in segment 4 are [Barts|R1H], [Walsall|RBK] and [St George’s|RJ7].",
    "The [London|RRU] and [South East Coast ambulance|RYD] trusts are in segment 4.",
    "[Yeovil|RA4]’s never events are down to two, the CQC was told.",
]


@pytest.mark.parametrize("marked", EVIDENCE)
def test_a_place_stands_for_the_trust_where_the_text_uses_it_so(linker: Linker, marked: str) -> None:
    expected = unmark(marked)
    assert found(link(linker, expected.text, published="2018-05-12")) == list(expected.names)


PLACES = [
    "The patient was born in Kingston and lived in Surbiton.",
    "Services are provided across Doncaster, Barnsley and Sheffield.",
    "A man from Stockport died at home.",
    "She drove to Yeovil for the day.",
]


@pytest.mark.parametrize("text", PLACES)
def test_a_place_that_is_only_a_place_is_not_linked(linker: Linker, text: str) -> None:
    assert found(link(linker, text, published="2018-05-12")) == []


@pytest.mark.parametrize(("text", "codes"), [
    ("The CQC rated the hospitals. Surgery at the [Queen Elizabeth in Gateshead] is good.", "RR7"),
    ("The CQC wrote to Queen Elizabeth Hospital, Gateshead, about its wards.", "RR7"),
    ("The trust that runs St Peter’s in Chertsey has been told by the CQC to improve.", "RTK"),
])
def test_a_name_that_many_hospitals_bear_is_told_by_the_place_after_it(linker: Linker, text: str, codes: str) -> None:
    sheet = link(linker, text.replace("[", "").replace("]", ""), published="2023-05-01")
    assert {code for name in sheet.names if name.form != "anaphor" for code in name.all_codes} == set(codes.split())


@pytest.mark.parametrize(("text", "code"), [
    ("The CQC has written to Cambridge’s mental health trust about its wards.", "RT1"),
    ("Addenbrooke’s is run by Cambridge University Hospitals. Inspectors went to the mental health trust, too.", "RT1"),
    ("ShropCom, which is Shropshire Community Health NHS Trust, is good; the acute trust is in special measures.", "RXW"),
])
def test_a_trust_told_by_its_sort_is_the_only_one_of_the_area(linker: Linker, text: str, code: str) -> None:
    sheet = link(linker, text, published="2018-05-12")
    assert code in {code for name in sheet.names for code in name.all_codes}


@pytest.mark.parametrize("text", [
    "Inspectors asked an executive of a Manchester foundation trust to help the CQC.",
    "The trust, which the CQC has rated good, covers Bedfordshire, Cambridgeshire, Norfolk and Suffolk.",
    "Reading a CQC report backwards is harder than it sounds, NHS managers were told.",
    "Three Essex hospital trusts will share a board, NHS bosses said.",
])
def test_one_of_several_a_region_and_a_verb_are_no_organisation(linker: Linker, text: str) -> None:
    assert found(link(linker, text, published="2018-05-12")) == []


def test_a_body_to_come_is_linked_by_its_full_name_only(linker: Linker) -> None:
    text = "In April the three will become Barts Health NHS Trust, the health secretary said."
    assert [name.code for name in link(linker, text, published="2012-03-20").names if name.code] == ["R1H"]
    assert "R1H" not in [name.code for name in link(linker, text, published="2005-03-20").names]


@pytest.mark.parametrize(("text", "code"), [
    ("University Hospitals of Derby and Burton NHS Foundation Trust (UHDB) was fined. UHDB said sorry.", "RTG"),
    ("Royal United Hospitals Bath NHS Foundation Trust (“the RUH”) was fined. The RUH said sorry.", "RD1"),
    ("Portsmouth Hospitals NHS Trust (PHT) was rated good. Later PHT was fined.", "RHU"),
])
def test_an_acronym_is_linked_where_the_text_defines_it(linker: Linker, text: str, code: str) -> None:
    names = found(link(linker, text, published="2019-05-12"))
    assert len(names) == 3
    assert {codes for _, _, codes in names} == {(code,)}


def test_a_paper_is_filed_under_its_publisher_even_if_it_names_nobody(linker: Linker) -> None:
    sheet = link(linker, "Two never events were reported in the month.", published="2020-01-01", doc_type="board_paper",
                 publisher="Salisbury NHS Foundation Trust")
    assert sheet.home == "RNZ"
    assert [(mention.code, mention.start, mention.end) for mention in mentions_of(sheet)] == [("RNZ", 0, 0)]


def test_a_newspaper_named_after_a_town_is_not_its_trust(linker: Linker) -> None:
    sheet = link(linker, "Two wards are shut.", published="2020-01-01", publisher="Nottingham Post")
    assert sheet.home is None
    assert mentions_of(sheet) == ()


def test_a_title_says_whom_the_document_is_about(linker: Linker) -> None:
    sheet = link(linker, "The trust has been told to improve by the CQC.", published="2020-01-01",
                 title="Airedale NHS Foundation Trust: warning notice")
    assert sheet.home == "RCF"
    assert {mention.code for mention in mentions_of(sheet)} == {"RCF"}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_names_quote_the_text_and_do_not_overlap_in_any_text(text: str) -> None:
    sheet = Linker(Register.load()).link(Sheet(text=text, sentences=lay_out(text), title=text[:40], publisher=text[-30:]))
    assert all(text[name.start:name.end] == name.text for name in sheet.names)
    assert all(first.end <= second.start for first, second in pairwise(sheet.names))


WORDS = st.sampled_from(["Nottingham", "University", "Hospitals", "NHS", "Trust", "the trust", "and", ",", "(NUH)", "St", "Thomas’", "Devon",
                         "ICB", "\n", "we", "both trusts", "Council", "’s", "King's", "Lynn", "Queen Elizabeth", "a care home", "İ", "ﬁ"])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_names_do_not_overlap_in_texts_made_of_names(text: str) -> None:
    sheet = LINKER.link(Sheet(text=text, sentences=lay_out(text), published="2019-01-01"))
    assert all(text[name.start:name.end] == name.text for name in sheet.names)
    assert all(first.end <= second.start for first, second in pairwise(sheet.names))


LINKER = Linker(Register.load())


@pytest.mark.parametrize(("publisher", "code"), [
    ("NHS Gloucestershire", "QR1"),
    ("Alder Hey", "RBS"),
    ("Tameside Hospital", "RMP"),
    ("Council of Governors, Derbyshire Healthcare NHS FT", "RXM"),
    ("Tees, Esk and Wear Valleys Board of Directors", "RX3"),
    ("Whipps Cross theatre newsletter", None),
    ("Bristol City finance notes", None),
])
def test_a_board_paper_is_of_the_organisation_that_its_publisher_is_called_by(linker: Linker, publisher: str, code: str | None) -> None:
    text = "The Trust was told in March that its deficit was too large, and that undertakings would be asked for."
    assert link(linker, text, publisher=publisher, doc_type="board_paper", title="Minutes", published="2022-09-15").home == code


def test_a_board_that_no_newspaper_speaks_for(linker: Linker) -> None:
    assert link(linker, "The bridge has reopened.", publisher="Alder Hey", doc_type="news", published="2022-09-15").home is None


@pytest.mark.parametrize(("text", "code"), [
    ("Stockport NHS Foundation Trust (SNFT) is in deficit. The CQC said that [SNFT] had improved.", "RWJ"),
    ("Gateshead Health NHS Foundation Trust (“GHF”) is in deficit. The CQC said that [GHF] had improved.", "RR7"),
    ("Key: NGZ = Northampton General Hospital. In segment 4: [NGH].", "RNS"),
    ("[SWB] (Sandwell and West Birmingham) and its wards were inspected by the CQC.", "RXK"),
])
def test_an_abbreviation_stands_for_what_the_text_says(linker: Linker, text: str, code: str) -> None:
    plain, start = text.replace("[", "").replace("]", ""), text.index("[")
    names = [name for name in link(linker, plain, published="2023-05-01").names if name.start == start]
    assert [name.code for name in names] == [code]


@pytest.mark.parametrize("text", [
    "Stockport NHS Foundation Trust (CQC) is in deficit. The CQC said so.",
    "Stockport NHS Foundation Trust (pictured) is in deficit. The ICB said so, and the RSP ended.",
    "Stockport NHS Foundation Trust (XYZ) is in deficit, wrote XYZ.",
])
def test_what_stands_in_brackets_is_not_always_an_abbreviation(linker: Linker, text: str) -> None:
    assert [name[1] for name in found(link(linker, text, published="2023-05-01"))] == ["Stockport NHS Foundation Trust"]


@pytest.mark.parametrize("words", ["the former Ipswich trust", "the then Ipswich Hospital"])
def test_a_trust_that_is_no_more_is_not_its_successor(linker: Linker, words: str) -> None:
    sheet = link(linker, f"The CQC once rated {words} good, said the NHS.", published="2021-05-01")
    assert [codes for _, _, codes in found(sheet)] == [("RGQ",)]


@pytest.mark.parametrize("publisher", ["Frimley Health", "Frimley Health NHS Foundation Trust", "Frimley Health NHS Foundation Trust News",
                                       "Slough Gazette", None])
@pytest.mark.parametrize("name", ["Frimley Health NHS Foundation Trust", "Frimley Health"])
def test_a_publisher_that_is_called_like_a_trust_takes_no_name_away(publisher: str | None, name: str) -> None:
    document = Document(id="m", text=f"{name} reported three invented incidents in 2024.", publisher=publisher)
    assert {mention.code for mention in Pipeline.load(embed=False).read(document).mentions} == {"RDU"}
