import { list, type Mapping, map, type Value } from './yaml.ts';

/** 县人民政府 《平安建设规划》 （平政发〔2025〕1号）, each part but the title as it may be. */
const source =
  /^([\p{Script=Han}]{2,30}?)?《([^《》]{2,80})》(?:（([\p{Script=Han}A-Za-z]{1,20}〔\d{4}〕\d{1,5}号)）)?$/u;

/** The name of one document, with who issued it and its number. */
function sourceOf(text: string): Mapping | undefined {
  const [, issuer, document, number] = source.exec(text) ?? [];
  if (!document || /^(?:根据|按照|依据|依照|结合|贯彻|落实|以及)/.test(issuer ?? '')) return undefined;
  return map([
    ...(issuer ? [{ key: '发文', value: issuer }] : []),
    { key: '文件', value: document },
    ...(number ? [{ key: '文号', value: number }] : []),
  ]);
}

/** A sentence of nothing but the name of one document. */
export function sourceSentence(text: string): Mapping | undefined {
  return text.endsWith('。') ? sourceOf(text.slice(0, -1)) : undefined;
}

/** A sentence of nothing but the names of documents. */
export function sourcesOf(text: string): Value | undefined {
  if (!text.endsWith('。')) return undefined;
  const sources = text.slice(0, -1).split('、').map(sourceOf);
  return sources.every((each) => each !== undefined) ? list(sources) : undefined;
}
