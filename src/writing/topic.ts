import { sectionNames } from '../plan/sections.ts';
import { goalOf, goalsOf } from './goals.ts';
import { sourceSentence, sourcesOf } from './sources.ts';
import type { Mapping, Value } from './yaml.ts';

type Entries = Mapping['entries'];

/** What a heading speaks of, by which the sentences below it mean more than a text. */
export type Topic = 'goals' | 'basis';

const topics = {
  goals: { key: '目标', entry: goalOf, text: goalsOf },
  basis: { key: '依据', entry: sourceSentence, text: sourcesOf },
} as const;

/** 工作目标, 实施依据 and what else ends so. */
export function topicOf(title: string): Topic | undefined {
  const section = sectionNames.find(title);
  if (section === 'goals' || /目标$/.test(title)) return 'goals';
  return section === 'basis' || section === 'background' || /依据$/.test(title) ? 'basis' : undefined;
}

/** An item of plain text as what it is: a goal with its number, a document with its own; any other stays as it stands. */
export function ofTopic(value: Value, topic: Topic | undefined): Value {
  return (topic && typeof value === 'string' && topics[topic].entry(value)) || value;
}

/** Fields of which the text is a run of goals, or of documents, and nothing else stands beside it. */
export function fieldsOfTopic(fields: Entries, topic: Topic | undefined): Entries {
  const [only, ...more] = fields;
  if (!topic || only?.key !== '内容' || typeof only.value !== 'string' || more.length > 0) return fields;
  const value = topics[topic].text(only.value);
  return value ? [{ key: topics[topic].key, value }] : fields;
}
