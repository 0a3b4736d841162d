#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Counts what the bundled timelines promise; docs/story.md says why."""

import json
import os
import re
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / 'data'
STORY = DATA / 'meta-scale-openai-google.timeline.json'
DEEP = DATA / 'uncertain-and-deep-time.timeline.json'
TEMPLATE = DATA / 'template.timeline.json'
GUIDE = ROOT / 'docs' / 'story.md'

# The articles are not part of the project: what a test can say about their
# sentences, it says only where somebody has laid them ready, beside the sources
# or in a folder that the variable names.
ARTICLES = Path(os.environ.get('THROUGHLINE_ARTICLES')
                or ROOT.parent / 'shared' / 'dossier' / 'articles')

OWN = ['s0', 's1', 's2', 's3', 's4']
PARAGRAPHS = {'s0': 15, 's1': 6, 's2': 28, 's3': 13, 's4': 15}
LEAST_CLAIMS_PER_ARTICLE = 20
SHARED_WORDS = 8

# id: date, and whether the story's own sources give it.
EVENTS = {
    'e01': ('2016', True),
    'e02': ('2023-02', False),
    'e03': ('../2025-06-12', True),
    'e04': ('2024-05-21', False),
    'e05': ('2024', True),
    'e06': ({'start': '[2024-06..2024-12]', 'end': '2025-06-18'}, True),
    'e07': ('2025-04-05', False),
    'e08': ('2025-04-30', False),
    'e09': ('2025-05-15', False),
    'e10': ('[2025-01..2025-06-16]', True),
    'e11': ('2025-06-02', True),
    'e12': ('2025-06-08/2025-06-12', False),
    'e13': ('2025-06-10', False),
    'e14': ('2025-06-12', True),
    'e15': ('2025-06-12', True),
    'e16': ('[2025-06-12..2025-06-13]', False),
    'e17': ('2025-06-12', True),
    'e18': ('2025-06-12', True),
    'e19': ('2025-06-13', False),
    'e20': ('2025-06-13', False),
    'e21': ('2025-06-13', False),
    'e22': ('2025-06-17', False),
    'e23': ('2025-06-18', True),
    # Its own article gives no day; the earliest one is that of an outside report.
    'e24': ('[2025-06-13..2025-06-18]', False),
    'e25': ('2025-06-10/2025-06-18', True),
    'e26': ('2025-06', True),
    'e27': ('[2025-06-13..2025-06-16]', True),
    'x01': ('2025-06-08', False),
    'x02': ('2025-06-10', False),
    'x03': ('2025-06-18', False),
    'x05': ('2025-06-26', False),
    'x06': ('2025-06-30', False),
    'x07': ('2025-07-16', False),
    'x08': ('2025-07-31', False),
}

# id: address, what it is, whether the page was read there, when it came out.
SOURCES = {
    's0':
        ('https://www.capacitymedia.com/article/altman-meta--scale-ai',
         'original', 'seen', '[2025-06-17..]'),
    's1':
        ('https://aichief.com/news/openai-cuts-ties-with-scale-ai-following-meta-investment/',
         'original', 'seen', '[2025-06-18..]'),
    's2':
        ('https://www.gsmarena.ng/openai-stops-working-with-scale-ai-after-meta-invests-billions-and-hires-its-ceo',
         'original', 'seen', '[2025-06-18..]'),
    's3':
        ('https://thrivedailydigest.com/2025/06/18/openai-is-winding-down-its-work-with-scale-ai-whose-founder-is-joining-meta',
         'copy', 'seen', '2025-06-18'),
    's4':
        ('https://foxaction.com/?p=72060',
         'copy', 'seen', '[2025-06-13..2025-06-16]'),
    'p1':
        ('https://www.deccanchronicle.com/technology/openai-is-phasing-out-scale-ai-work-following-startups-meta-deal-1886224',
         'copy', 'seen', '2025-06-18'),
    'p2':
        ('https://techcrunch.com/2025/06/18/openai-drops-scale-ai-as-a-data-provider-following-meta-deal/',
         'original', 'cited', '2025-06-18'),
    'p4':
        ('https://www.cnbc.com/2025/06/18/scale-ai-not-winding-down-following-meta-deal-interim-ceo-says.html',
         'original', 'cited', '2025-06-18'),
    'p5':
        ('https://scale.com/blog/customer-trust-scale-meta-deal',
         'original', 'cited', '2025-06-18'),
    'p6':
        ('https://scale.com/blog/scale-ai-announces-next-phase-of-company-evolution',
         'original', 'cited', '2025-06-12'),
    'p7':
        ('https://www.cnbc.com/2025/06/12/scale-ai-founder-wang-announces-exit-for-meta-part-of-14-billion-deal.html',
         'original', 'cited', '2025-06-12'),
    'p8':
        ('https://technext24.com/2025/06/18/openai-cuts-ties-with-scale-ai-meta/',
         'original', 'seen', '2025-06-18'),
    'p9':
        ('https://www.reuters.com/business/google-scale-ais-largest-customer-plans-split-after-meta-deal-sources-say-2025-06-13/',
         'original', 'cited', '2025-06-13'),
    'p10':
        ('https://www.reuters.com/business/finance/meta-finalizes-investment-scale-ai-valuing-startup-29-billion-2025-06-13/',
         'original', 'cited', '2025-06-13'),
    'p11':
        ('https://archives.lincolndailynews.com/2025/Jun/13/NEWS/business_k.shtml',
         'copy', 'seen', '2025-06-13'),
    'p12':
        ('https://www.nytimes.com/2025/06/12/technology/meta-scale-ai.html',
         'original', 'cited', '2025-06-12'),
    'p13':
        ('https://techcrunch.com/2025/06/13/scale-ai-confirms-significant-investment-from-meta-says-ceo-alexandr-wang-is-leaving/',
         'original', 'cited', '2025-06-13'),
    'p14':
        ('https://www.channelnewsasia.com/business/openai-continue-working-scale-ai-after-meta-deal-5180596',
         'copy', 'seen', '2025-06-13'),
    'p16':
        ('https://www.capacitymedia.com/article/meta-lifts-capex-to-72bn-as-ai-ambitions-fuel-data-centre-push',
         'original', 'seen', '[2025-04-30..]'),
    'p17':
        ('https://investor.atmeta.com/investor-news/press-release-details/2025/Meta-Reports-First-Quarter-2025-Results/default.aspx',
         'original', 'cited', '2025-04-30'),
    'p18':
        ('https://www.youtube.com/watch?v=mZUG0pr5hBo',
         'original', 'cited', '2025-06-17'),
    'p19':
        ('https://techcrunch.com/2025/06/17/sam-altman-says-meta-tried-and-failed-to-poach-openais-talent-with-100m-offers/',
         'original', 'cited', '2025-06-17'),
    'p20':
        ('https://www.bloomberg.com/news/articles/2025-06-17/altman-says-meta-offered-openai-staffers-100-million-bonuses',
         'original', 'cited', '2025-06-17'),
    'p22':
        ('https://www.timeslive.co.za/news/sci-tech/2025-06-19-meta-offered-100m-bonuses-to-openai-employees-says-sam-altman/',
         'copy', 'seen', '[2025-06-17..2025-06-19]'),
    'p23':
        ('https://www.channelnewsasia.com/business/meta-talks-over-scale-ai-investment-could-exceed-10-billion-bloomberg-reports-5170311',
         'relay', 'seen', '2025-06-08'),
    'p25':
        ('https://www.cnbc.com/2025/06/10/zuckerberg-makes-metas-biggest-bet-on-ai-14-billion-scale-ai-deal.html',
         'original', 'cited', '2025-06-10'),
    'p26':
        ('https://www.bloomberg.com/news/articles/2025-06-10/zuckerberg-recruits-new-superintelligence-ai-group-at-meta',
         'original', 'cited', '2025-06-10'),
    'p27':
        ('https://www.nytimes.com/2025/06/10/technology/meta-new-ai-lab-superintelligence.html',
         'original', 'cited', '2025-06-10'),
    'p28':
        ('https://www.semafor.com/article/06/11/2025/meta-buys-major-stake-in-intelligence-firm-upping-its-bets-on-ai',
         'original', 'seen', '2025-06-11'),
    'p29':
        ('https://ai.meta.com/blog/llama-4-multimodal-intelligence/',
         'original', 'cited', '2025-04-05'),
    'p30':
        ('https://axios.com/2025/05/15/meta-behemoth-llama-scaling-delays',
         'relay', 'seen', '2025-05-15'),
    'p30-wsj':
        ('https://www.wsj.com/tech/ai/meta-is-delaying-the-rollout-of-its-flagship-ai-model-f4b105f7',
         'original', 'cited', '[..2025-05-15]'),
    'p31':
        ('https://www.ycombinator.com/blog/scale/',
         'original', 'cited', '2016'),
    'p32':
        ('https://scale.com/blog/scale-ai-series-f',
         'original', 'cited', '2024-05-21'),
    'p33':
        ('https://ca.news.yahoo.com/ai-startup-scale-ai-raises-101052075.html',
         'copy', 'seen', '2024-05-21'),
    'p34':
        ('https://www.bloomberg.com/news/articles/2025-04-02/scale-ai-expects-to-more-than-double-sales-to-2-billion-in-2025',
         'original', 'cited', '2025-04-02'),
    'p35':
        ('https://openai.com/index/openai-partners-with-scale-to-provide-support-for-enterprises-fine-tuning-models/',
         'original', 'cited', '2023-08'),
    'p36':
        ('https://ai.meta.com/blog/large-language-model-llama-meta-ai/',
         'original', 'cited', '2023-02'),
    'p37':
        ('https://www.sec.gov/Archives/edgar/data/1326801/000162828025036791/R13.htm',
         'original', 'seen', '2025-07-31'),
    'p38':
        ('https://www.cnbc.com/2025/06/30/mark-zuckerberg-creating-meta-superintelligence-labs-read-the-memo.html',
         'original', 'cited', '2025-06-30'),
    'p39':
        ('https://techcrunch.com/2025/07/16/scale-ai-lays-off-14-of-staff-largely-in-data-labeling-business/',
         'original', 'cited', '2025-07-16'),
    'p40':
        ('https://www.indiatoday.in/amp/technology/news/story/meta-cto-calls-sam-altman-dishonest-ex-openai-researchers-say-100m-hiring-bonus-claim-is-fake-news-2747182-2025-06-27',
         'original', 'seen', '2025-06-27'),
    'p42':
        ('https://alliancy.fr/vivatech-devoile-ses-ambitions-2025',
         'original', 'seen', '2025'),
    'p43':
        ('https://www.bloomberg.com/news/articles/2025-06-18/scale-ai-rivals-see-customer-demand-spike-after-meta-investment',
         'original', 'cited', '2025-06-18'),
    'p44':
        ('https://www.upi.com/Top_News/US/2025/07/16/Scale-AI-lays-off-14-staffs-after-Meta-took-stake/4661752702358/',
         'original', 'seen', '2025-07-16'),
    'p45':
        ('https://www.upi.com/Top_News/US/2025/06/13/scale-ai-ceo-meta-purchase/4221749831734/',
         'original', 'seen', '2025-06-13'),
}

STATUSES = {'confirmed', 'reported', 'disputed', 'denied', 'retracted', 'opinion'}
LINK_KINDS = {'led-to', 'answers', 'contradicts', 'repeats'}


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = False

    def report(self, name, problems):
        self.count += 1
        problems = list(problems)
        print(f"{'not ok' if problems else 'ok'} {self.count} - {name}")
        for problem in problems[:20]:
            print(f'# {problem}')
        self.failed |= bool(problems)

    def skip(self, name, reason):
        self.count += 1
        print(f'ok {self.count} - {name} # SKIP {reason}')

    def finish(self):
        print(f'1..{self.count}')
        return 1 if self.failed else 0


def load(path):
    return json.loads(path.read_text(encoding='utf-8'))


def citation(entry):
    """A source is named by its id or by an object: always the object."""
    return {'source': entry} if isinstance(entry, str) else entry


def citation_lists(event):
    """Every list of sources in an event, with words that say where it is."""
    for claim in event.get('claims', []):
        yield f"claim {claim.get('id', claim['text'])}", claim.get('sources', [])
        for figure in claim.get('figures', []):
            yield f"figure {figure.get('id')}", figure.get('sources', [])
    for figure in event.get('figures', []):
        yield f"figure {figure.get('id')}", figure.get('sources', [])
    for difference in event.get('differences', []):
        for side in difference['sides']:
            yield f"a side of: {difference['question']}", side.get('sources', [])
        if 'settled' in difference:
            yield f"what settles: {difference['question']}", difference['settled'].get('sources', [])
    for link in event.get('links', []):
        yield f"link {event['id']} to {link['to']}", link.get('sources', [])


def dating(event):
    source = event.get('dated_by', {}).get('source', [])
    return [source] if isinstance(source, str) else source


def figures(timeline):
    for event in timeline['events']:
        yield from event.get('figures', [])
        for claim in event.get('claims', []):
            yield from claim.get('figures', [])


def claims(timeline):
    for event in timeline['events']:
        yield from event.get('claims', [])


def texts(value, skip=()):
    """Every string in a value; keys in skip are left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, skip)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in skip:
                yield from texts(item, skip)


def repeated_ids(timeline):
    kinds = {key: timeline.get(key, [])
             for key in ('lanes', 'actors', 'categories', 'eras', 'sources', 'events')}
    kinds['claims'] = claims(timeline)
    kinds['figures'] = figures(timeline)
    kinds['steps'] = timeline.get('talk', {}).get('steps', [])
    for kind, parts in kinds.items():
        seen = set()
        for part in parts:
            if 'id' not in part:
                continue
            if part['id'] in seen:
                yield f"{kind}: {part['id']} twice"
            seen.add(part['id'])


def missing_ids(timeline):
    known = {key: {part['id'] for part in timeline.get(key, [])}
             for key in ('actors', 'categories', 'sources', 'events')}
    known_figures = {figure['id'] for figure in figures(timeline) if 'id' in figure}

    for lane in timeline.get('lanes', []):
        for actor in lane.get('actors', []):
            if actor not in known['actors']:
                yield f"lane {lane['id']}: actor {actor}"
    for source in timeline.get('sources', []):
        if 'relays' in source and source['relays'] not in known['sources']:
            yield f"source {source['id']}: relays {source['relays']}"
    for event in timeline['events']:
        for actor in event.get('actors', []):
            if actor not in known['actors']:
                yield f"event {event['id']}: actor {actor}"
        if event.get('category') not in known['categories'] | {None}:
            yield f"event {event['id']}: category {event['category']}"
        for source in dating(event):
            if source not in known['sources']:
                yield f"event {event['id']}: dated by {source}"
        for link in event.get('links', []):
            if link['to'] not in known['events']:
                yield f"event {event['id']}: link to {link['to']}"
        for place, entries in citation_lists(event):
            for entry in map(citation, entries):
                for key in ('source', 'via'):
                    if key in entry and entry[key] not in known['sources']:
                        yield f'{place}: {key} {entry[key]}'
    for step in timeline.get('talk', {}).get('steps', []):
        for key, ids in (('events', known['events']), ('highlight', known['events']),
                         ('figures', known_figures)):
            for name in step.get(key, []):
                if name not in ids:
                    yield f"step {step['title']}: {key} {name}"


def unsound_text(timeline):
    for text in texts(timeline):
        if not text:
            yield 'an empty text'
        for character in text:
            if unicodedata.category(character) in ('Cc', 'Cf') and character not in '\n\t':
                yield f'U+{ord(character):04X} in {text!r}'


def unstable_form(path):
    text = path.read_text(encoding='utf-8')
    if text != json.dumps(json.loads(text), ensure_ascii=False, indent=2) + '\n':
        yield f'{path.name} is not indented by two'


def words(text):
    text = unicodedata.normalize('NFKC', text).lower()
    return re.findall(r'[^\W_]+', re.sub("[’'`]", '', text))


def runs(text):
    found = words(text)
    for start in range(len(found) - SHARED_WORDS + 1):
        yield tuple(found[start:start + SHARED_WORDS])


def shared_sentences(timeline, articles):
    taken = {run for article in articles
             for run in runs(article.read_text(encoding='utf-8'))}
    # A headline is a source's name and stands there as its publisher has it.
    own_words = list(texts({key: value for key, value in timeline.items() if key != 'sources'}))
    own_words += texts([source.get('note', '') for source in timeline['sources']])
    own_words.append(GUIDE.read_text(encoding='utf-8'))
    for text in own_words:
        for run in runs(text):
            if run in taken:
                yield ' '.join(run)


def check_story(tap):
    story = load(STORY)
    sources = {source['id']: source for source in story['sources']}
    outside = {key for key, source in sources.items() if source.get('outside')}
    by_number = {event['id'][:3]: event for event in story['events']}

    tap.report('the story is well formed',
               [*unstable_form(STORY), *repeated_ids(story), *unsound_text(story)])
    tap.report('every id that is named exists', missing_ids(story))

    tap.report('27 events and 7 of the aftermath, no others',
               [f'{key} is missing' for key in EVENTS if key not in by_number]
               + [f"{event['id']} is too many" for event in story['events']
                  if event['id'][:3] not in EVENTS or by_number[event['id'][:3]] is not event])
    tap.report('the aftermath, and nothing else, is context',
               [event['id'] for event in story['events']
                if event.get('context', False) != event['id'].startswith('x')])
    tap.report('every event has the date that is known',
               [f"{event['id']}: {event['when']}" for event in story['events']
                if event['when'] != EVENTS[event['id'][:3]][0]])
    tap.report('a date that rests on an outside source says so',
               [event['id'] for event in story['events']
                if event.get('dated_by', {}).get('own') is not EVENTS[event['id'][:3]][1]])
    tap.report('what dates an event is a source of the kind that it says',
               [event['id'] for event in story['events']
                if not any((source not in outside) == event['dated_by']['own']
                           for source in dating(event))])

    tap.report('no event without a claim',
               [event['id'] for event in story['events'] if not event.get('claims')])
    tap.report('no claim, figure, side or link without a source',
               [place for event in story['events']
                for place, entries in citation_lists(event) if not entries])
    tap.report('no source twice in one list',
               [place for event in story['events'] for place, entries in citation_lists(event)
                if len({citation(entry)['source'] for entry in entries}) != len(entries)])
    used = {source for event in story['events'] for source in dating(event)}
    for event in story['events']:
        for _, entries in citation_lists(event):
            for entry in map(citation, entries):
                used |= {entry['source'], entry.get('via', entry['source'])}
    tap.report('every source is used', [key for key in sources if key not in used])

    carried = dict.fromkeys(OWN, 0)
    for claim in claims(story):
        for entry in map(citation, claim['sources']):
            if entry['source'] in carried:
                carried[entry['source']] += 1
    tap.report('each article carries at least %d claims (%s)' % (
        LEAST_CLAIMS_PER_ARTICLE,
        ', '.join(f'{key.upper()} {count}' for key, count in carried.items())),
        [key for key, count in carried.items() if count < LEAST_CLAIMS_PER_ARTICLE])

    astray = []
    for event in story['events']:
        for place, entries in citation_lists(event):
            for entry in map(citation, entries):
                where = entry.get('where', '')
                numbers = [int(number) for number in re.findall(r'\d+', where)]
                if entry['source'] in outside:
                    if where:
                        astray.append(f'{place}: {entry}')
                elif (not re.fullmatch(r'paragraph \d+|paragraphs \d+(, \d+)* and \d+', where)
                      or not 1 <= min(numbers) <= max(numbers) <= PARAGRAPHS[entry['source']]):
                    astray.append(f'{place}: {entry}')
    tap.report('every article is cited by paragraph', astray)
    tap.report('only context rests on outside sources alone',
               [event['id'] for event in story['events'] if not event.get('context')
                and not any(citation(entry)['source'] in OWN for claim in event['claims']
                            for entry in claim['sources'])])

    listed = {key: (source['url'], source['url_is'], source['checked'], source['published'])
              for key, source in sources.items()}
    tap.report('the addresses are those of the list, and no others',
               [key for key in listed.keys() | SOURCES.keys()
                if listed.get(key) != SOURCES.get(key)]
               + [text for text in texts(story, skip=('url', '$schema')) if '://' in text])
    tap.report('the five articles are the story’s own, all others outside',
               [key for key in sources if (key in OWN) == (key in outside)])
    tap.report('rewrites name what they relay',
               [key for key, relayed in (('s1', 'p1'), ('s2', 'p8'))
                if sources[key].get('relays') != relayed])
    tap.report('what Fortune says of Google’s plans is Reuters’',
               [claim['id'] for claim in by_number['e20']['claims']
                for entry in map(citation, claim['sources'])
                if entry['source'] == 's4' and entry.get('via') != 'p9'])

    tap.report('claims and links have a status, links a kind',
               [claim['id'] for claim in claims(story) if claim['status'] not in STATUSES]
               + [f"{event['id']} to {link['to']}" for event in story['events']
                  for link in event.get('links', [])
                  if link['kind'] not in LINK_KINDS or link.get('status') not in STATUSES])
    denials = [link for link in by_number['e14'].get('links', [])
               if link['to'].startswith('e23') and link['kind'] == 'led-to'
               and link['status'] in ('denied', 'disputed') and 'note' in link
               and {'s1', 's2', 's3'} <= {citation(entry)['source'] for entry in link['sources']}]
    tap.report('that the deal drove OpenAI away is shown as denied, with both sides',
               [] if len(denials) == 1 else ['no such link'])
    differences = [difference for event in story['events']
                   for difference in event.get('differences', [])]
    tap.report(f'about thirty differences ({len(differences)}), each with two sides or more',
               ([] if len(differences) >= 28 else ['too few'])
               + [difference['question'] for difference in differences
                  if len(difference['sides']) < 2])
    count = len(list(claims(story)))
    tap.report(f'about a hundred claims ({count})', [] if count >= 90 else ['too few'])
    tap.report('labels are short, summaries too, importance is spread',
               [event['id'] for event in story['events']
                if len(event['label']) > 28 or len(event['summary']) > 200]
               + [f'{level}' for level in range(1, 6)
                  if level not in {event['importance'] for event in story['events']}])

    steps = story['talk']['steps']
    tap.report(f'a talk of ten to fourteen steps ({len(steps)})',
               ([] if 10 <= len(steps) <= 14 else ['too many or too few'])
               + [step['title'] for step in steps
                  if len(step['title'].split()) > 6 or len(step.get('figures', [])) > 2
                  or not step.get('text') or not step.get('notes')
                  or not (step.get('events') or step.get('window'))])

    name = f'no {SHARED_WORDS} words in a row are an article’s'
    articles = sorted(ARTICLES.glob('*.txt')) if ARTICLES.is_dir() else []
    if articles:
        tap.report(name, shared_sentences(story, articles))
    else:
        tap.skip(name, 'the articles are not part of the project; '
                       'THROUGHLINE_ARTICLES may name their folder')


def check_deep_time(tap):
    deep = load(DEEP)
    dates = list(texts([event['when'] for event in deep['events']]))
    dates += texts([era['when'] for era in deep['eras']])
    kinds = {
        'a day': r'\d{4}-\d\d-\d\d',
        'a month': r'\d{4}-(0[1-9]|1[0-2])',
        'a year': r'\d{4}',
        'a moment': r'.*T.*Z',
        'before our era': r'-\d{4}',
        'deep time': r'Y-\d+.*',
        'approximate': r'.*~',
        'uncertain': r'.*\?',
        'both': r'.*%',
        'missing digits': r'.*X',
        'a season': r'\d{4}-2[1-4]',
        'a quarter': r'\d{4}-3[3-6]',
        'from one to the other': r'[^.]+/[^.]+',
        'going on': r'.+/\.\.',
        'end not known': r'.+/',
        'some time between': r'\[.+\.\..+\]',
        'on or before': r'\[\.\..+\]',
        'on or after': r'\[.+\.\.\]',
        'one of these': r'\[[^.]+,[^.]+\]',
        'all of these': r'\{.+,.+\}',
        'significant digits': r'.*S\d',
    }
    tap.report('the second example is well formed',
               [*unstable_form(DEEP), *repeated_ids(deep), *missing_ids(deep),
                *unsound_text(deep)])
    tap.report('it has each kind of date',
               [kind for kind, pattern in kinds.items()
                if not any(re.fullmatch(pattern, date) for date in dates)])
    titles = ''.join(event['title'] for event in deep['events'])
    directions = {unicodedata.bidirectional(character) for character in titles}
    tap.report('it has right-to-left and Chinese, Japanese and Korean titles',
               [kind for kind, found in (
                   ('Hebrew', 'R' in directions), ('Arabic', 'AL' in directions),
                   ('Chinese', re.search('[\u4e00-\u9fff]', titles)),
                   ('Japanese', re.search('[\u3040-\u30ff]', titles)),
                   ('Korean', re.search('[\uac00-\ud7af]', titles))) if not found])
    days = [event['when'] for event in deep['events'] if isinstance(event['when'], str)]
    tap.report('it has many events on one day',
               [] if max(map(days.count, days)) >= 10 else ['fewer than ten'])
    tap.report('its claims have sources, its events claims',
               [event['id'] for event in deep['events'] if not event.get('claims')]
               + [claim['text'] for claim in claims(deep) if not claim.get('sources')])


def check_template(tap):
    template = load(TEMPLATE)
    tap.report('the template is well formed',
               [*unstable_form(TEMPLATE), *repeated_ids(template), *missing_ids(template),
                *unsound_text(template)])
    keys = set()

    def collect(value):
        if isinstance(value, dict):
            keys.update(value)
            for item in value.values():
                collect(item)
        elif isinstance(value, list):
            for item in value:
                collect(item)

    collect(template)
    # No pictures: a template is one file.
    parts = {'lanes', 'actors', 'categories', 'eras', 'sources', 'events', 'claims', 'figures',
             'differences', 'sides', 'settled', 'links', 'talk', 'steps', 'dated_by', 'relays',
             'via', 'where', 'outside', 'context', 'label', 'summary', 'notes', 'importance',
             'qualifier', 'window', 'highlight', 'hidden', 'minutes', 'as_of', 'language'}
    tap.report('the template shows every part in use', sorted(parts - keys))
    tap.report('the template links to nowhere real',
               [text for text in texts(template)
                if '://' in text and not text.startswith('https://example.org/')])


def check_guide(tap):
    names = {part['id'] for part in (*load(STORY)['events'], *claims(load(STORY)),
                                     *figures(load(STORY)), *load(STORY)['sources'])}
    strange = []
    for block in re.findall(r'^```json[^\n]*\n(.*?)^```', GUIDE.read_text(encoding='utf-8'),
                            re.MULTILINE | re.DOTALL):
        try:
            example = json.loads(block)
        except ValueError as error:
            strange.append(f'{error}: {block}')
            continue
        strange += [name for name in (example.get('id'), example.get('to'))
                    if name is not None and name not in names]
    tap.report('the examples in docs/story.md are of the story', strange)


def main():
    sys.stdout.reconfigure(encoding='utf-8')
    tap = Tap()
    check_story(tap)
    check_deep_time(tap)
    check_template(tap)
    check_guide(tap)
    return tap.finish()


if __name__ == '__main__':
    sys.exit(main())
