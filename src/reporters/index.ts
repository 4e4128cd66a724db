import type { Reporter } from './reporter.ts';

/** All formats of `pingan lint`, loaded when they are asked for; the first is the one for people. */
export const reporters: readonly Reporter[] = [
  {
    name: 'pretty',
    title: '给人看：原文、改法、汇总',
    sign: /(?:^|\n)(?:✔ 没有发现问题。|(?:✘ )?\d+ 处(?:错误|警告|提示))[^\n]*\n$/,
    load: async () => (await import('./pretty.ts')).pretty,
  },
  {
    name: 'compact',
    title: '一处一行，给编辑器用',
    sign: /^[^\n]+:\d+:\d+: (?:error|warning|info) [\w-]+\/[\w-]+ /,
    load: async () => (await import('./compact.ts')).compact,
  },
  {
    name: 'markdown',
    title: '校对记录表（Markdown）',
    sign: 'sealed',
    load: async () => (await import('./markdown.ts')).markdown,
  },
  {
    name: 'json',
    title: 'JSON，给程序用',
    sign: /^\{\n {2}"schemaVersion": 1,\n {2}"tool": \{\n {4}"name": "pingan"/,
    load: async () => (await import('./json.ts')).json,
  },
  {
    name: 'sarif',
    title: 'SARIF 2.1.0，给代码扫描平台用',
    sign: /^\{\n {2}"\$schema": [^\n]*\n {2}"version": "2\.1\.0",\n {2}"runs": \[\n {4}\{\n {6}"tool": \{\n {8}"driver": \{\n {10}"name": "pingan"/,
    load: async () => (await import('./sarif.ts')).sarif,
  },
  {
    name: 'github',
    title: 'GitHub Actions 注解',
    sign: /^::(?:error|warning|notice) file=/,
    load: async () => (await import('./github.ts')).github,
  },
  {
    name: 'gitlab',
    title: 'GitLab 代码质量报告',
    sign: /^\[(?:\]\n$|\n {2}\{\n {4}"description": )/,
    load: async () => (await import('./gitlab.ts')).gitlab,
  },
  {
    name: 'junit',
    title: 'JUnit XML，给持续集成平台用',
    sign: /^<\?xml [^\n]*\n<testsuites name="pingan lint"/,
    load: async () => (await import('./junit.ts')).junit,
  },
  {
    name: 'checkstyle',
    title: 'Checkstyle XML，给代码评审工具用',
    sign: /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<checkstyle version="4\.3">\n(?:<\/checkstyle>| {2}<file name="[^"]*">\n(?: {2}<\/file>| {4}<error [^\n]* source="pingan\.))/,
    load: async () => (await import('./checkstyle.ts')).checkstyle,
  },
  {
    name: 'rdjson',
    title: 'reviewdog 诊断，带修改建议',
    sign: /^\{\n {2}"source": \{\n {4}"name": "pingan"/,
    load: async () => (await import('./rdjson.ts')).rdjson,
  },
];
