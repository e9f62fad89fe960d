"""Ordinary local news, invented: places, people, figures, dates and bodies of other walks of life, hardly a word twice alike.

A tokeniser that keeps the words it has seen is fast on text that repeats itself. So sentences are drawn from many templates
whose slots are filled from lists and, for surnames, villages and firms, put together from syllables: a thousand documents have
tens of thousands of different words, as a month of a newspaper has. Some speak of a hospital, a patient, a board or a trust of
another sort, as newspapers do; none says anything that softintel files.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from corpora.organisations import Register
from corpora.schema import Document

FIRST = """Aaron Abigail Adeel Aisha Alan Alice Amir Amy Andrea Angus Anita Anwar Beatrice Ben Bethan Brian Bronwen Callum Carla
    Carys Cath Chloe Clive Colin Craig Daisy Darren Deepa Denise Derek Dylan Eileen Elias Ellie Emeka Ewan Farah Fiona Frank
    Freya Gareth Gemma Gita Gordon Grace Hamza Hannah Harriet Hassan Hazel Helen Howard Ian Imran Iris Isla Ivan Jacob Jasmine
    Jayne Jess Joanne Josh Jude Karen Kasia Keith Kelly Kieran Kirsty Kofi Laila Lauren Leo Lesley Liam Linda Lorna Lucy Lydia
    Malcolm Marek Maureen Megan Michelle Mohan Molly Nadia Naomi Neil Nia Nicola Nigel Nina Noel Olive Omar Owen Pamela Parveen
    Patrick Paula Priya Rachel Rafael Rhys Rita Robin Rosie Roy Ruth Sadie Sanjay Sasha Sean Shabana Sheila Simon Sophie Stella
    Stuart Sunita Tamsin Tariq Tess Tina Toby Tracey Uma Valerie Vera Vikram Wendy Winston Yasmin Yusuf Zara Zoe""".split()
HEAD = """Ald Ash Bar Beck Birch Black Blen Bock Brad Bram Bran Brom Burn Cal Carl Cas Chad Chal Clay Cole Cop Cran Crow Dal Dan
    Den Dray Dun Eck Eg El Ems Fal Farn Fen Fern Fox Gar Glen Gold Grin Had Hal Ham Har Hasel Hather Hazel Hed Hex Hol Hor Hul
    Ing Kel Kes Kil Kin Kirk Lam Lang Lax Led Lin Lit Long Lud Mal Mar Mel Mil Mor Nor Oak Ock Old Pad Pen Pick Pren Pur Rad Ram
    Red Rip Rock Ros Rud Rush Sal Sand Sel Shel Ship Sker Sleigh Som Stan Stav Stock Sut Swal Tad Tan Thorn Thur Til Tod Tres
    Ul Up Wad Wal War Wat Wel Wen Wether Whit Wick Win Wis Wold Wood Wool Wyr Yar""".split()
TAIL = """barrow beck bourne bridge brook bury by church clere cliffe combe cote croft dale den don down ey field fleet ford gate
    grave ham hampton head hill holme hope hurst ingham ington land leigh ley low mere minster mont moor more mouth nell ness
    ney over port ridge rigg rith royd sall sett shaw shot side stead stoke stone stow taker thorpe thwaite ton tree vale ville
    wade wall water way well wich wick wood worth yard""".split()
STREET = "Road Street Lane Avenue Close Way Terrace Crescent Hill Drive Place Row Gardens Walk".split()
BODY = """council|borough council|parish council|county cricket club|football club|bowls club|library|museum|swimming pool|theatre
    group|rotary club|scout troop|brass band|history society|allotment association|chamber of commerce|police|fire service|bus
    company|water company|primary school|academy|sixth form|sailing club|housing association|building society|food bank|theatre|
    running club|farmers' market|harbour authority|rail operator|wildlife trust|community foundation|parish church|mosque|
    planning committee|licensing panel|angling club|credit union|writers' circle|choir|dance school|rescue service|youth club"""
BODIES = [" ".join(body.split()) for body in BODY.split("|")]
NOUN = """arch attic auction awning bakery bandstand barge barn barrier basket beacon bench bicycle boat boiler bollard bonfire
    book bottle bouquet bowl brewery brick broom bucket bulb bungalow bus cabin café calendar camera canal canoe canopy caravan
    carnival carpet cart castle catalogue cattle cellar chapel cheese chimney cider cinema cloak clock coach cobble coin collar
    comet compost concert cottage counter crane crate culvert curtain cushion dam deck deer diary digger ditch donkey drain drum
    duck easel embankment engine exhibit fair farm fence ferry festival fiddle field flag flood flower footbridge footpath
    forest fossil fountain fox gallery garage garden gate gazebo goat grant greenhouse guitar gutter hall hammock hamper harbour
    hare harvest hedge hedgehog hen heron hotel ice jacket jetty jewel junction kayak kettle kiln kiosk kitchen kite ladder lake
    lamp lantern lawn leaf ledger lemon lighthouse lock loft lorry magnet map marathon market marquee mast meadow medal mill
    minibus mirror moat moorland motorway mural mushroom nest net newsletter oar oak orchard organ otter owl paddock parade
    pasture path pavement pavilion pedal petition photograph piano picnic pier pigeon plaque platform playground plough pond
    pony poster pottery pram puppet quarry quilt quiz raffle railing railway ramp raven recipe reed refund regatta reservoir
    rink river roof rope roundabout saddle sail salmon sandbag sculpture seal shed sheep shelf shop shovel shrub sign skate
    skip slate sledge sofa spire sprout stable stadium stage stall statue stile stool stove stream studio subway summit sundial
    swan swing tandem tank tapestry tarmac tavern teapot tent terrace thatch ticket tile timber towpath tractor trail tram
    trench trophy trout trumpet tunnel turbine turret umbrella van vase verge viaduct vineyard violin wagon walkway wall
    wardrobe warehouse waterfall weir wheelbarrow whistle windmill window wreath yacht yoghurt""".split()
ADJECTIVE = """ageing ambitious amber ancient annual balmy battered bespoke blustery bold brisk broken busy bustling charming
    cheap cheerful chilly clumsy coastal colourful cosy crumbling curious damp dazzling derelict disused dusty eager elderly
    elegant empty excited fading faulty flooded foggy forgotten fragrant frosty gentle giant glossy grand grassy grateful hardy
    haunted hidden historic homemade humble icy idle immaculate keen leafy listed local lonely lucky makeshift mellow miniature
    misty modest muddy narrow neglected nervous new noisy nostalgic ornate patient peaceful picturesque pink playful polished
    popular proud quaint quiet rainy rare redundant remote restless rickety rural rusty scenic secret shabby shallow shiny silent
    sleepy slippery snowy soggy spare sparkling sprawling steep stolen striking sturdy sunny surplus sweet tall tidy tiny tired
    tranquil unused vacant vast velvet vintage weary windy wooden yellow""".split()
VERB = """abandoned admired adopted altered applauded approved assembled auctioned backed baked blocked borrowed built captured
    celebrated chased cleared closed collected counted covered crowned decorated delayed delivered demolished designed
    discovered donated doubled drained dug emptied enlarged examined extended fenced filmed finished fixed flooded found gathered
    guarded halved hired honoured inherited inspected installed invented launched lent lifted lit lost mapped measured mended
    missed moved named opened ordered organised painted parked patched photographed planted polished praised protected raised
    rebuilt recycled redesigned removed renamed renovated rented repaired replaced rescued restored returned rowed sanded saved
    scrapped shifted shortened sketched sold solved sorted spotted staged stitched stored surveyed swept tested towed traced
    trained trimmed tripled unveiled upgraded visited washed watched weighed welcomed widened wrapped""".split()
JOB = """archaeologist baker beekeeper blacksmith boatbuilder builder butcher carpenter caretaker chef cobbler conductor
    councillor cyclist decorator drummer electrician farmer firefighter fisherman florist gardener geologist glazier goalkeeper
    grocer guide historian jeweller joiner journalist juggler landlord lawyer librarian lifeguard locksmith mason mechanic
    musician novelist organist painter pensioner photographer pilot planner plasterer plumber poet postman potter printer
    publican ranger referee roofer sailor sculptor shepherd shopkeeper skipper solicitor student surveyor tailor teacher thatcher
    trader treasurer tutor verger vicar violinist volunteer waiter weaver welder""".split()
FIRMS = ("and Sons", "Brothers", "Engineering", "Foods", "Logistics", "Joinery", "Group")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
TEMPLATES = """
    The {body} in {place} has {verb} {article} {adjective} {noun} beside {street}, where {article2} {noun2} stood until {year}.|
    {person}, {age}, a {job} from {village}, said the {noun} had been {verb} without anyone noticing.|
    About {count} people came to {village} on {day} to see the {adjective} {noun} that {person} {verb} last {month}.|
    “We {verb} the {noun} and then the {noun2},” said {person}. “Nobody in {place} could believe it.”|
    The work, which cost £{money}, was finished in {month} after {count} {noun}s were {verb}.|
    {village} Rovers beat {place} Town {score} in front of {count} on {day}, with {person} scoring after {minute} minutes.|
    A planning application for {small} homes off {street} has been {verb} by the {body}.|
    Heavy rain {verb} the {noun} near {village} on {day} and {street} was shut for {small} hours.|
    {firm}, which employs {count} people in {place}, has {verb} its {adjective} {noun} and will hire {small} more.|
    {person} of {street}, {village}, appeared before magistrates in {place} on {day} accused of taking a {noun}.|
    The {noun} was {verb} by {person}, who has been a {job} in {place} since {year}.|
    Visitors to {place} will find {article} {adjective} {noun} and a {noun2} shaped like {article3} {noun3}.|
    Between {month} and {month2} the {body} {verb} {count} {adjective} {noun}s, up from {small} the year before.|
    It is {small} years since {firm} {verb} the first {noun} in {village}.|
    Residents of {street} want the {body} to say why the {noun} was {verb} in {year}.|
    {person} and {person2} met at {article} {noun} in {place} and were married in {village} on {date}.|
    Councillor {person} told the meeting that {count} letters had come about the {adjective} {noun}.|
    The {job}, who grew up in {village}, {verb} {article} {noun} with {person} and sold it for £{money}.|
    Drivers going from {place} to {place2} should expect delays near {village} until {date}.|
    A spokeswoman for the {body} said: “The {noun} is {adjective} and the {noun2} is being {verb}.”|
    {village} will have {article} {adjective} {noun} by {month}, if the {body} can find the £{money}.|
    The {place} {noun} festival drew {count} visitors, and the {adjective} {noun2} won {person} a prize.|
    Nothing like the {adjective} {noun} has been seen in {village} since {person} {verb} one in {year}.|
    Trains between {place} and {place2} were {verb} after {article} {noun} fell on the line at {village}.|
    Entries for the {noun} competition close on {date}; ring {person} on 0{phone}.|
    Fire crews from {place} and {village} were called to {street} at {hour}.{minute2}pm when {article} {noun} caught light.
"""
ASIDES = """
    {person} was taken to hospital with a broken wrist and has since gone home.|
    The National Trust, which owns the {noun}, has {verb} it twice since {year}.|
    She worked as a nurse in {place} before becoming a {job}.|
    The board of {firm} meets in {month} and the {noun} is on its list.|
    Organisers called it an outstanding day and thanked the {count} who came.|
    Money raised will go to the hospice and to the {body}’s {noun} fund.|
    The {noun} was given a licence by the {body} in {month}.|
    A teaching assistant, {person}, said the children had been patient and very good.|
    {person}’s funeral is at {village} church on {date}; donations to the air ambulance.|
    The school, rated good by Ofsted in {year}, has {count} pupils and a {adjective} {noun}.
"""
NAMED = """
    The {job} was airlifted to {site}, where {person} is said to be stable.|
    {person} had her baby at {site} and they are both at home in {village}.|
    A sponsored walk by {firm} raised £{money} for toys at {site}.
"""


class Newspaper:
    """Writes documents of ordinary news, others for each seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        register = Register.load()
        self.places = sorted({site.town.title() for site in register.sites if site.town and site.town.replace(" ", "").isalpha()})
        self.sites = sorted({site.name for site in register.sites
                             if site.principal and site.name.endswith(("Hospital", "Infirmary"))})
        self.templates, self.asides, self.named = (
            [" ".join(line.split()) for line in lines.split("|")] for lines in (TEMPLATES, ASIDES, NAMED))

    def documents(self, count: int) -> Iterator[Document]:
        """Articles of 8 to 20 short paragraphs with a headline."""
        for number in range(count):
            paragraphs = [self._paragraph() for _ in range(self.random.randint(8, 20))]
            if self.random.random() < 0.5:
                self._into(paragraphs, self.asides)
            if self.random.random() < 0.06:
                self._into(paragraphs, self.named)
            title = self._filled("{Adjective} {noun} {verb} in {village}")
            day = f"20{self.random.randint(12, 25)}-{self.random.randint(1, 12):02d}-{self.random.randint(1, 28):02d}"
            yield Document.model_validate({
                "id": f"ordinary-{number}", "text": "\n\n".join(paragraphs), "title": title, "doc_type": "news",
                "publisher": self._filled("The {place} Courier"),
                "published": {"date": day, "method": "given", "reliability": 1.0}})

    def _into(self, paragraphs: list[str], sentences: list[str]) -> None:
        place = self.random.randrange(len(paragraphs))
        paragraphs[place] += " " + self._filled(self.random.choice(sentences))

    def _paragraph(self) -> str:
        return " ".join(self._filled(self.random.choice(self.templates)) for _ in range(self.random.randint(1, 3)))

    def _coined(self) -> str:
        return self.random.choice(HEAD) + self.random.choice(TAIL)

    def _filled(self, template: str) -> str:
        draw = self.random
        nouns = draw.sample(NOUN, 3)
        adjective = draw.choice(ADJECTIVE)
        return template.format(
            body=draw.choice(BODIES), noun=nouns[0], noun2=nouns[1], noun3=nouns[2], adjective=adjective,
            Adjective=adjective.title(),
            article="a", article2="a", article3="a", verb=draw.choice(VERB), job=draw.choice(JOB), place=draw.choice(self.places),
            place2=draw.choice(self.places), village=self._coined(), person=f"{draw.choice(FIRST)} {self._coined()}",
            person2=f"{draw.choice(FIRST)} {self._coined()}", street=f"{self._coined()} {draw.choice(STREET)}",
            firm=f"{self._coined()} {draw.choice(FIRMS)}",
            site=draw.choice(self.sites), year=draw.randint(1890, 2025), month=draw.choice(MONTHS), month2=draw.choice(MONTHS),
            day=draw.choice(DAYS), date=f"{draw.choice(DAYS)} {draw.randint(1, 28)} {draw.choice(MONTHS)}",
            count=f"{draw.randint(30, 9000):,}", small=draw.randint(2, 40), age=draw.randint(17, 93), minute=draw.randint(1, 90),
            minute2=f"{draw.randint(0, 59):02d}", hour=draw.randint(1, 11), score=f"{draw.randint(1, 6)}-{draw.randint(0, 5)}",
            money=f"{draw.randint(200, 999_999):,}", phone=draw.randint(1_200_000_000, 1_999_999_999))
