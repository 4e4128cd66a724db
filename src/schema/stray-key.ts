import { nearest } from '../text/nearest.ts';
import { simplified } from '../text/script.ts';
import { type Place, placesOf } from './grammar.ts';
import type { Entry, Mapping, Node } from './node.ts';
import type { Problem } from './problem.ts';
import { accepts, type Key, type Names } from './schema.ts';

/** What the places of a kind of file are called that don't stand behind one key. */
interface Called {
  /** 最外层 */
  margin: string;
  /** Where keys may stand that have no door. */
  open: string;
  /** How to bring a key there. */
  toOpen: string;
}

interface Found {
  place: Place;
  /** Whether its key takes the value. */
  fits: boolean;
}

/** Tells of keys that they stand in the wrong place, and where they belong. */
export class StrayKeys {
  readonly #root: Names;
  readonly #called: Called;
  #places?: Place[];

  constructor(root: Names, called: Called) {
    this.#root = root;
    this.#called = called;
  }

  get places(): readonly Place[] {
    this.#places ??= placesOf(this.#root);
    return this.#places;
  }

  /** A problem with an unknown key, with its place if there is one. */
  explained({ stray, ...problem }: Problem): Problem {
    if (stray === undefined) return problem;
    const { entry, here } = stray;
    const { text } = entry.key;
    const titled = problem.code === 'plan/several-titles';
    const exact = this.#holding(text, entry, here, titled);
    const within = nearby(text, here, this.#root);
    // Within a part, a key that is much like one of its own is more likely that one.
    const own = here !== this.#root && within !== undefined;
    const likely = exact.some(({ fits }) => fits) || problem.fix === undefined;
    if (exact.length > 0 && likely && !own) return this.#told(problem, text, exact, stray, within);
    if (exact.length > 0 || problem.fix || titled) return problem;
    const near = nearest(
      simplified(text),
      this.places.flatMap(({ names }) => names.spellings),
    );
    const found = near === undefined ? [] : this.#holding(near, entry, here, true).filter(({ fits }) => fits);
    return near !== undefined && found.length > 0 ? this.#told(problem, near, found, stray) : problem;
  }

  /**
   * The places that have a key, those first whose key takes the value, and then those around or below. Where titles of
   * one's own may stand, a key behind which anything may stand is no more than a title.
   */
  #holding(typed: string, { value }: Entry, here: object, amongTitles: boolean): Found[] {
    const own = this.places.find(({ names }) => names === here);
    const found = this.places.flatMap((place) => {
      const key = place.names === here ? undefined : keyOf(place, typed);
      const isTitle = amongTitles && (key?.schema.inside?.().length ?? 0) > 1;
      return key && !isTitle ? [{ place, fits: accepts(key.schema, value) }] : [];
    });
    const rank = ({ place, fits }: Found) => (fits ? 0 : 2) + (own && related(place, own) ? 0 : 1);
    return found.sort((a, b) => rank(a) - rank(b));
  }

  #told(
    problem: Problem,
    word: string,
    found: Found[],
    { entry, here }: NonNullable<Problem['stray']>,
    instead?: string,
  ): Problem {
    const [first] = found;
    if (first === undefined) return problem;
    const alike = found.filter(({ fits }) => fits === first.fits).map(({ place }) => this.#name(place));
    const where = [...new Set(alike)].slice(0, 3).join('，或者');
    const typed = entry.key.text;
    const { fix: _, advice, ...rest } = problem;
    const near = first.place.names === this.#root ? undefined : problem.fix?.edits[0]?.text;
    const likely = near !== undefined && here !== this.#root && takes(here as Names, near, entry.value);
    const how = likely ? [`是“${near}”的，改成“${near}”`] : [];
    how.push(this.#how(first.place, word, entry));
    if (instead !== undefined) how.push(`要单独成一个部分的，写“${instead}”`);
    if (here !== this.#root && advice?.startsWith('这里') && advice.length < 60)
      how.push(advice.slice(0, -1));
    return {
      ...rest,
      message:
        word === typed
          ? `“${typed}”不写在这里，要写在${where}。`
          : `不认识的键“${typed}”，是不是“${word}”？它要写在${where}。`,
      advice: `${how.join('；')}。`,
    };
  }

  #name(place: Place): string {
    if (place.names === this.#root) return this.#called.margin;
    const doors = [...new Set(place.doors.map(({ key }) => `“${key.label}”`))];
    if (doors.length === 0) return this.#called.open;
    return `${doors.slice(0, 3).join('')}${doors.length > 3 ? '等' : ''}里面`;
  }

  #how(place: Place, word: string, entry: Entry): string {
    if (place.names === this.#root) return '移到最外层：行首不空格，与“标题”对齐';
    const [door] = place.doors;
    if (door === undefined) return this.#called.toOpen;
    let at: Place | undefined = place;
    const named = { ...entry, key: { ...entry.key, text: word } };
    let node: Node = mapOf(...(entry.value.kind === 'empty' ? [] : [named]));
    let text: string | undefined = `{${word}: ${short(entry.value)}}`;
    let outermost: Key<unknown> = door.key;
    for (; at?.doors[0]; at = at.doors[0].from) {
      outermost = at.doors[0].key;
      const { value, shown } = behind(outermost, node, text);
      node = mapOf({ key: { ...entry.key, text: outermost.label }, value });
      text = shown && `{${outermost.label}: ${shown}}`;
    }
    const whole = text?.slice(1, -1);
    const atMargin = at?.names === this.#root || keyOf(this.#places?.[0], outermost.label) !== undefined;
    const open = atMargin ? '' : `，放在${this.#called.open}`;
    return whole === undefined
      ? `移到“${outermost.label}”下面${open}`
      : `写成“${whole}”${open}；已经写了“${outermost.label}”的，并到它里面`;
  }
}

function keyOf(place: Place | undefined, typed: string): Key<unknown> | undefined {
  return place?.names.keys[place.names.find(typed) ?? ''];
}

/** Whether a key of a set takes a value. */
function takes(names: Names, typed: string, value: Node): boolean {
  const key = names.keys[names.find(typed) ?? ''];
  return key !== undefined && accepts(key.schema, value);
}

/** Whether one of two places stands right behind a key of the other. */
function related(a: Place, b: Place): boolean {
  return [a, b].some(({ doors }, index) => doors.some(({ from }) => from === [b, a][index]));
}

/** A key of this place that the word is part of (工作目标 for 目标), or within a part that is part of it (责任 for 责任人). */
function nearby(typed: string, here: object, root: Names): string | undefined {
  const { keys, spellings } = here as Names;
  const word = simplified(typed);
  const likes = (each: string) =>
    here === root ? each.includes(word) : word.includes(each) && each.length > 1;
  return word.length > 1
    ? [...Object.values(keys).map(({ label }) => label), ...spellings].find(likes)
    : undefined;
}

function mapOf(...entries: Entry[]): Mapping {
  const [start, end] = [entries[0]?.key.start ?? 0, entries[0]?.value.end ?? 0];
  return { kind: 'map', start, end, entries };
}

/** A map as it may stand behind a key: as it is, or as the only entry of a list. */
function behind(key: Key<unknown>, node: Node, text: string | undefined): { value: Node; shown?: string } {
  const list: Node = { kind: 'list', start: node.start, end: node.end, flow: true, items: [node] };
  const value = accepts(key.schema, node) ? node : list;
  if (text === undefined || !accepts(key.schema, value)) return { value };
  return { value, shown: value === node ? text : `[${text}]` };
}

/** A value short enough to be said again. */
function short(value: Node): string {
  return value.kind === 'scalar' && /^[\p{L}\p{N}。，、—.-]{1,12}$/u.test(value.text) ? value.text : '…';
}
