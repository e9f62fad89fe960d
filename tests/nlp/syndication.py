"""Texts for the tests of copies: stories of one event told independently, and copies as newspapers make them.

EVERYTHING SAID HERE IS INVENTED, whatever real trust it names.
"""

from __future__ import annotations

from random import Random

STATEMENT = ("“Every patient deserves care that is safe, and on the days of our visit too many people at this trust did not get it. "
             "We have told the trust what it must do and by when, and we shall return to see that it has been done,” the regulator’s "
             "deputy director of operations in the region said.")
"""A regulator's words, which independent stories quote alike."""

EVENTS: tuple[tuple[str, ...], ...] = (
    ("""Inspectors have served Frimley Health NHS Foundation Trust with a warning notice after finding that patients in its emergency department waited in corridors for more than a day.

The Care Quality Commission visited Wexham Park Hospital without notice in March. It found that staff were too few to watch over the sickest patients and that call bells were not always in reach.

The trust has until the end of September to show significant improvement.

{statement}

Its chief executive said that the trust accepted the findings in full and had already opened a second assessment area, recruited forty nurses and changed how ambulances hand over.

Campaigners in Slough said they had warned of the crowding since the winter before last, and asked why it had taken the regulator so long to act.""",
     """Wexham Park’s A&E must improve by the autumn, the health watchdog has told the hospital’s bosses.

An unannounced inspection this spring discovered trolleys lining the corridors, some of them occupied for upwards of twenty-four hours, and monitoring rounds that were missed at night.

The regulator’s formal warning goes to Frimley Health, which runs the Slough hospital along with two others.

{statement}

A spokeswoman for the foundation trust pointed to new posts, an extended waiting area and quicker handovers from ambulance crews, and apologised to anyone whose experience fell short.

Local councillor Ann Marlow called the report a wake-up call; residents, she added, had known for years.

Attendances at the department rose by a tenth last year to their highest level since it was rebuilt."""),
    ("""A surgical swab was left inside a patient at Leeds General Infirmary, the board of Leeds Teaching Hospitals NHS Trust was told on Thursday.

The never event happened during a planned operation in February and came to light when the patient returned with pain three weeks later. A second operation was needed to take the swab out.

The medical director told the meeting that the count had been recorded as complete, though one swab had been put aside in a bowl that was not on the list. An investigation led by a surgeon from another hospital would report in June.

It is the third never event at the trust since last April. Non-executives asked whether lessons from the first had been shared between theatres.

{statement}

The chair thanked the patient and her family for agreeing that the case be told in public.""",
     """Theatre teams at Leeds are to change how they count equipment following an error in which gauze was not removed from a patient.

Papers for this week’s public board describe the incident, classified as a never event, as one with lasting consequences for the woman concerned, who had to have further surgery.

According to the report, a container outside the standard tray was overlooked when the final tally was made.

Three such events have now been declared by the trust in twelve months. The quality committee has asked for an outside view before the summer.

{statement}

Unions said that pressure on lists, with cases running into the evening, made mistakes more likely, a point that managers did not dispute.

The trust carries out some seventy thousand operations a year across its sites."""),
    ("""Hull University Teaching Hospitals NHS Trust has been fined £140,000 after an elderly man fell from an unguarded bed and died nine days later.

At Hull Magistrates’ Court the trust pleaded guilty to failing to provide safe care and treatment. The judge said that risk assessments had been filled in by staff who had not met the patient, and that two earlier falls on the same ward should have been a warning.

The court heard that the ward was short of three nurses that night and that the alarm beside the bed had been switched off a week before.

The trust was also ordered to pay costs of £18,500 and a surcharge.

{statement}

In a statement the trust’s chief nurse said that she was deeply sorry and that sensors had since been fitted to every bed for patients at risk.""",
     """The family of a pensioner whose death followed a fall in hospital say a six-figure fine must be the last of its kind.

Hull’s hospital trust admitted an offence under the regulations on safe care when it appeared before magistrates yesterday. Sentencing, the district judge spoke of paperwork completed by rote and of warnings that went unheeded.

Prosecutors for the Care Quality Commission described a ward running well below its planned staffing and a bedside sensor that nobody had turned back on.

The penalty of £140,000 takes account of the early plea. There were costs besides.

{statement}

Monitors are now in use for everyone assessed as likely to fall, the trust said, and a matron checks them each morning. It offered its condolences once more.

His daughter, who sat through the hearing, said the family had waited four years for an apology in person."""),
    ("""NHS England has placed Norfolk Community Health in its recovery support programme because of a deficit that has doubled within a year.

Regional directors wrote to the chair on Monday. They asked for a plan to bring spending back to what was agreed, an outside review of the board’s grip, and weekly returns on agency staff.

The trust forecast a gap of £24 million in April; by October it stood at £49 million.

An improvement director with experience of two earlier turnrounds will join in the new year.

{statement}

The finance director said that pay awards, unfilled posts and beds kept open for patients who could not go home explained most of the gap, and that savings worth £11 million had been found so far.""",
     """A community trust in Norfolk will get intensive help from the centre after its finances worsened faster than any other in the region.

In a letter seen by this newspaper, the regional team voices a loss of confidence in the organisation’s forecasts, which have been revised four times since the spring. Mandated support, it says, starts at once.

Costs for temporary workers are singled out, as is a delay in closing escalation wards.

The overspend, put at a little under £50m, compares with an allowance of about half of that.

{statement}

Board members met behind closed doors on Tuesday. One of them, who asked not to be named, said the scale of the problem had come as a surprise.

Patients will see no change to clinics or visits, according to the trust."""),
    ("""Maternity services at Kettering General Hospital have been rated inadequate, two years after inspectors last asked for changes.

Midwives were moved between wards so often that handovers were missed, the Care Quality Commission said in a report published today. Triage was slow, equipment was out of date, and staff did not always report incidents because they thought nothing would come of it.

Leadership was also criticised: four heads of midwifery had come and gone since 2022.

The overall rating of the trust remains requires improvement.

{statement}

The trust’s interim chief executive said that twenty-two midwives had joined since the inspection, that triage now had its own team day and night, and that a new head of midwifery would start in May.""",
     """Women giving birth in Kettering were let down by a unit where nobody stayed in charge for long, a damning report has found.

The hospital’s maternity department drops to the lowest of four grades. Assessors watched calls to the triage line go unanswered and saw checks on resuscitation trolleys skipped for weeks.

Some employees had stopped raising concerns altogether.

Bosses insist the picture is already different, citing a recruitment drive and a dedicated round-the-clock triage desk.

{statement}

Northamptonshire MP Derek Foss said he would seek a meeting with ministers. Mothers who contacted this site described long waits and kind but exhausted midwives.

The rest of the trust was not inspected this time and keeps its existing grade."""),
)

HEADLINES = ("Watchdog acts over failings at hospital trust", "‘Patients deserve better’: hospital told to improve",
             "What we know so far about the report on the hospital", "Trust apologises after critical findings")
BYLINES = ("By Jo Example, Local Democracy Reporter", "Words by Sam Invented\nPublished 12 March, updated 14 March",
           "Exclusive by our health correspondent")
INTROS = ("Readers of the Invented Echo who use the hospital will want to know what has been found there, and our reporters have been "
          "through the whole report so that you do not have to. Here is what it says about services close to you.",
          "The news will worry many families in our area, where thousands depend on the hospital each year and where hundreds work.",
          "It comes as the county waits to hear what will become of its smaller hospitals.")
TAILS = ("Do you have a story to tell? Write to newsdesk@example.org or call us in confidence.", "Follow us for more news from your town.")


def stories(event: int) -> tuple[str, ...]:
    """The independent stories of an event, each of which quotes the same statement."""
    return tuple(story.format(statement=STATEMENT) for story in EVENTS[event])


def copy_of(story: str, random: Random) -> str:
    """The story as another paper prints it: its own headline, byline and opening, paragraphs cut, a word changed here and there."""
    paragraphs = story.split("\n\n")
    kept = max(3, len(paragraphs) - random.randint(0, 2))
    paragraphs = paragraphs[:kept]
    if random.random() < 0.3 and len(paragraphs) > 3:
        del paragraphs[random.randrange(1, len(paragraphs))]
    before = [random.choice(HEADLINES)]
    if random.random() < 0.6:
        before.append(random.choice(BYLINES))
    if random.random() < 0.5:
        before.append(random.choice(INTROS))
    after = [random.choice(TAILS)] if random.random() < 0.5 else []
    text = "\n\n".join([*before, *paragraphs, *after])
    for old, new in (("said that", "said"), ("has been", "was"), ("’", "'"), ("trust has", "Trust has"), ("in full", "fully")):
        if random.random() < 0.3:
            text = text.replace(old, new)
    return text


def minutes(month: str, random: Random) -> str:
    """Minutes of a board: much is the same every month, and yet each meeting is its own."""
    items = ["The committee received the integrated performance report.", f"Never events in the month of {month}: {random.randint(0, 3)}.",
             f"Sickness stood at {random.uniform(4, 7):.1f} per cent against a target of 4.5 per cent.",
             f"The deficit at the end of {month} was £{random.randint(3, 40)} million, {random.choice(['better', 'worse'])} than plan.",
             f"Mr Invented asked about {random.choice(['waits in cardiology', 'the state of the boilers', 'vacancies in theatres'])}, and "
             f"Ms Example answered that {random.choice(['a plan would come back in the spring', 'money had been found', 'nothing had changed'])}.",
             f"A patient told the board about {random.choice(['her stay on the stroke ward', 'his wait for a scan', 'a lost letter'])}, and was "
             f"thanked by {random.choice(['the chair', 'the chief nurse', 'everyone present'])}.",
             f"The risk of {random.choice(['flooding', 'fire', 'fraud', 'a failing network'])} was "
             f"{random.choice(['raised to 20', 'lowered to 12', 'left at 16'])}."]
    head = (f"Minutes of the public meeting of the board of directors held in {month} in the boardroom\n\nPresent: the chair, the chief "
            "executive, the medical director, the chief nurse and five non-executive directors\n\nApologies were received and no "
            "conflicts of interest were declared. The minutes of the last meeting were agreed as a true record.")
    return head + "\n\n" + "\n\n".join(items)
