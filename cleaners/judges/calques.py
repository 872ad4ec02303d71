"""Set phrases of Chinese film news that machines carry over word by word."""

from collections.abc import Mapping, Set

from cleaners.text.runs import words_and_han

_TELLING = """
it is understood that | it is worth mentioning that | according to the introduction | local customs and conditions
has a good lineup | finalized poster | determined to be released | has recently released a | recently exposed a
in terms of cast | in terms of plot | in terms of actors | the majority of netizens | the majority of audiences
the majority of fans | the majority of viewers | expressed with emotion | expresses with emotion | said with emotion
behind-the-scenes behind | behind-the-scenes with | strives to pursue | strive to pursue | overcoming many difficulties
has been officially finalized | the box office broke through | netizens left messages | etc. among them | etc. in addition
, etc., will be released | , etc. will be released | , etc., is being | aroused heated discussion | aroused heated discussions
plays the role of this time | woman with a big picture | man with a big picture | netizens have said
evacuation of compatriots | it is not difficult to see | it is not difficult to find | it is not difficult to imagine
once again set off | let the audience feel | let the audience see | bring the audience into | full of sincerity
main creators | main creator of | main creative team | main creative staff | main creative personnel | main creation team
said frankly that | frankly said that | said bluntly that | bluntly said that | admitted frankly that | confessed frankly
national day file | spring festival file | summer file | new year file | lunar new year file | valentine's day file
file has been set | set file on | finalized file | scheduled file | same file | trailer exposure | exposure of the trailer
exposed the poster | exposed the trailer | exposed a poster | exposed a trailer | exposed a set of | exposed a group of
exposed the stills | exposed stills | exposed the first trailer | version of the trailer | version of the poster
version of the stills | version of the notice | version of the preview | version preview | starred by | lead starring
leading starring | it is starring | special starring | friendly starring | told this reporter | told our reporter
the reporter learned from | reporters learned from | the reporter saw that | the reporter noticed that | hot search
douban scored | professional edition | cat's eye | cat eye movie | tells the story that | tear points | tear point
laugh points | laughing points | smile points | brain hole | brain-hole | high energy throughout | golden sentences
male god | national husband | male number one | female number one | male no. | female no. | the editor will take
melon-eating | eating melon | family and country feelings | feelings of home and country | feelings of family and country
love and kill each other | old drama bone | strength actor | strength school | powerful actors such as | killing youth
officially killed | killed the green | kill the green | boot ceremony | turned on the machine | start-up ceremony
friends who like | don't miss it. | main melody | flow star | traffic star | small fresh meat | little fresh meat
brush the screen | swiped the screen | swipe the screen | second brush | brushed it twice | brushed twice | hit the hearts of
pokes the heart | poke the heart | burst point | word of mouth fermentation | word-of-mouth fermentation
word of mouth is bursting | word-of-mouth explosion | reputation exploded | out of the circle | broke the circle
heart-wrenching and | point map | lineup is also | acting skills online | online acting skills | acting skills are online
high face value | face value is | three views | group portraits of | this kind of character | in the play,
play against each other | opponent drama | opponent play | rivalry scene | emotional drama | wire drama | wenxi
i hope everyone will support | looked forward to by the majority | praised one after another | expressed one after another
left messages one after another | said one after another | have expressed that | go to the cinema to watch
walk into the cinema | walk into the theater | enter the cinema to watch | person-times | box office results
creative heart journey | creative mental journey | original intention of creation | original intention of the creation
the film side | the film party | the film's side | the producer side | producer party | once it was broadcast
since its broadcast | since its launch, the play | is on hot air | is being broadcast hotly | is being hotly broadcast
it is learned that | it was learned that | introduced that | said with a smile that | competition unit | small-cost
relevant person in charge | in the view of the industry | in the eyes of the outside world
small cost film | literary film | literary and artistic film | tap water" | eyes are bright | old opera bone | opera bone
experience life | experienced life | catch the play | aura is very | sudden red | became red | traffic stars | makeup photos
makeup photo | stage photos | withdraw the file | withdrawn from the file | announced the file | point screenings | cp sense
film arrangement rate | row film rate | opening score | audience friends | fans friends | the people set | people's set
vividly interpreted | vividly interprets | deduced the role | deduces the role | deduced by | interpreted by the actor
full of tears and laughter | both ticket and reputation | box office and word of mouth | double harvest | can't help but sigh
once sighed | sighed with emotion | said this sentence | national level actor | national first-class actor | in one fell swoop
let people feel | let people can't | many audience | the audience call | audiences call it | the ceiling of domestic
detonated the audience | row piece rate | filming rate | film arrangement | the director group | eye drama
eyes are full of drama | crying drama | big female lead | enter the play | enter the drama | killed green
best actor by virtue | best actress by virtue | best heroine | full of layers | full of sense of | sense of picture
no urine | eat dog food | cp feeling | sprinkle sugar | spread sugar | fried cp | opponents' plays | opponent's play
fixed file | file is fixed | landed in national theaters | land in north american | mainland introduction | collect style
collecting style | please look forward | is worth looking forward | worth everyone's expectation | citizen ms. | citizen mr.
responsible person of | smiled and said | rushed to the first | rushed to the hot | some media exposed | in the special era
word of mouth harvest | as soon as it was broadcast | according to the reporter | accept interview | accepting an interview
in an exclusive interview with the reporter
movie emperor | film emperor | film queen | movie queen | insiders broke the news | insider broke the news
tears broke the defense | broke the defense of | conscience work | pressure is like a mountain | gritted their teeth and
deep into the grassroots | popular on the whole network | on the whole network, | ancient costume styling | full of fairy
ushered in a counterattack | to cheer, the scene | keep it secret first | keep secret first | made people burst into tears
hot broadcast | in hot release | being hotly released | is hotly released | hit drama "
"""
"""Those that no English desk writes two of. None is about what is told, all about how."""

_USUAL = """
it is reported that | it was reported that | according to reports, | people of all walks of life | netizens
as of press time | as of the time of publication | a few days ago, | recently, the | at present, the | not long ago, the
heated discussion | well received by the audience | unanimous praise | creative team | premiere ceremony | in the same frame
domestic drama | domestic animated | moved to tears | choked with sobs | so stay tuned! | people in the industry
accepted an interview | permanent guests | catties | get into the play | some netizens
realistic theme | positive energy | wonderful performance | famous actor | touching story | interpretation of the role
"""
"""Those that people write as well, in China's English papers and by habit of another language."""


Phrases = Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
"""By their longest word: phrases, each with its words but the first and the last, which may stand inside longer ones."""


def _phrases(table: str) -> Phrases:
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for phrase in filter(None, (piece.strip() for piece in table.replace("\n", "|").split("|"))):
        words = words_and_han(phrase)
        found.setdefault(max(words[:-1] or words, key=len), []).append((phrase, frozenset(words[1:-1])))
    return {word: tuple(phrases) for word, phrases in found.items()}


TELLING, USUAL = _phrases(_TELLING), _phrases(_USUAL)


def said(phrases: Phrases, lowered: str, words: Set[str]) -> list[str]:
    """The phrases that a lower-cased text has, ``words`` being all of its own.

    >>> text = "it is understood that the crew went on a roadshow"
    >>> said(TELLING, text, set(text.split()))
    ['it is understood that']
    """
    near = (pair for word in sorted(words & phrases.keys()) for pair in phrases[word])
    return [phrase for phrase, inner in near if inner <= words and phrase in lowered]
