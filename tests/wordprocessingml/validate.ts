/** A strict validator of .docx files for tests: our own schemas of ECMA-376, and the checks of integrity.ts. */

import { readdirSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { integrity } from './integrity.ts';
import { type Part, path, readPart, withPrefixes } from './xml.ts';

/** Finds what is wrong with a .docx; every finding names the part, the line in it and the reason. */
export async function validate(docx: Uint8Array): Promise<string[]> {
  return (await validateAll([docx]))[0] ?? [];
}

/** The same for many files at once, which is much faster, as xmllint starts and reads the schemas only once. */
export async function validateAll(docs: readonly Uint8Array[]): Promise<string[][]> {
  const packages = docs.map(open);
  const messages = await lint(
    packages.flatMap(({ parts }) => [...parts.values()].map((part) => part.spread)),
  );
  return packages.map(({ files, parts, problems }) => {
    const found = [...parts.values()].map((part) => describe(part, messages.get(part.spread) ?? []));
    const readable = problems.length === 0 && found.every(({ wellFormed }) => wellFormed);
    return [
      ...problems,
      ...found.flatMap((one) => one.problems),
      // Where one part cannot be read, what others say of it would only add to the noise.
      ...(readable ? integrity({ files, parts }) : []),
    ];
  });
}

interface Opened {
  readonly files: Set<string>;
  readonly parts: Map<string, Part>;
  readonly problems: string[];
}

function open(docx: Uint8Array): Opened {
  const opened: Opened = { files: new Set(), parts: new Map(), problems: [] };
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(docx);
  } catch (error) {
    opened.problems.push(`not a ZIP file: ${error instanceof Error ? error.message : error}`);
    return opened;
  }
  for (const [name, bytes] of Object.entries(entries)) {
    if (name.endsWith('/')) continue;
    opened.files.add(name);
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const source = decode(bytes);
    if (source === undefined) opened.problems.push(`${name}: not UTF-8`);
    else if (source.includes('<!DOCTYPE')) opened.problems.push(`${name}: has a document type declaration`);
    else opened.parts.set(name, readPart(name, source));
  }
  for (const name of ['[Content_Types].xml', '_rels/.rels']) {
    if (!opened.files.has(name)) opened.problems.push(`${name}: missing`);
  }
  return opened;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

interface Message {
  readonly line: number;
  readonly text: string;
}

/** Puts what xmllint says of the spread text of a part back onto the lines and elements of the part. */
function describe(part: Part, messages: readonly Message[]): { problems: string[]; wellFormed: boolean } {
  let wellFormed = true;
  const problems = messages.map(({ line, text }) => {
    const reason = /Schemas validity error : (.*)$/.exec(text)?.[1];
    if (reason === undefined) wellFormed = false;
    // From here on libxml2 only guesses at the line, as it keeps that of an element in 16 bits.
    const element = reason !== undefined && line < 0xffff ? part.starts.get(line) : undefined;
    const place = element === undefined ? '' : `${path(element)}: `;
    return `${part.name}:${part.lines[line] ?? line}: ${place}${withPrefixes(reason ?? text)}`;
  });
  return { problems, wellFormed };
}

const MAIN_SCHEMA = 'all.xsd';
const schemas = readdirSync(import.meta.dirname)
  .filter((fileName) => fileName.endsWith('.xsd'))
  .map((fileName) => ({ fileName, contents: readFileSync(`${import.meta.dirname}/${fileName}`, 'utf8') }));

/** One run takes so many texts only, as their names have to fit into the small stack that xmllint was built with. */
const TEXTS_PER_RUN = 250;

/** Runs xmllint over texts; those that several documents share are looked at once. */
async function lint(texts: readonly string[]): Promise<Map<string, Message[]>> {
  const distinct = [...new Set(texts)];
  const messages = new Map<string, Message[]>();
  const runs: Promise<void>[] = [];
  for (let start = 0; start < distinct.length; start += TEXTS_PER_RUN) {
    runs.push(lintSome(distinct.slice(start, start + TEXTS_PER_RUN), messages));
  }
  await Promise.all(runs);
  return messages;
}

async function lintSome(texts: readonly string[], messages: Map<string, Message[]>): Promise<void> {
  const output = await xmllint(texts.map((contents, index) => ({ fileName: `${index}.xml`, contents })));
  for (const outputLine of output.split('\n')) {
    const match = /^(\d+)\.xml(?::(\d+): (.*)| validates| fails to validate)$/.exec(outputLine);
    const text = texts[Number(match?.[1])];
    if (text === undefined) continue;
    const known = messages.get(text) ?? [];
    if (match?.[2] !== undefined) known.push({ line: Number(match[2]), text: match[3] ?? '' });
    messages.set(text, known);
  }
  // A validator that keeps quiet about a part must not pass for one that found nothing wrong with it.
  if (texts.some((text) => !messages.has(text))) throw new Error(`xmllint skipped a part:\n${output}`);
}

async function xmllint(xml: { fileName: string; contents: string }[]): Promise<string> {
  const isMain = ({ fileName }: { fileName: string }): boolean => fileName === MAIN_SCHEMA;
  try {
    const { rawOutput } = await validateXML({
      xml,
      schema: schemas.filter(isMain),
      preload: schemas.filter((schema) => !isMain(schema)),
      maxMemoryPages: 256 * memoryPages.MiB,
    });
    return rawOutput;
  } catch (error) {
    // This exit code only means that some file was not well-formed, which the output tells about.
    if (error instanceof Error && 'code' in error && error.code === 1) return error.message;
    throw error;
  }
}
