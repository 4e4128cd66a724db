import type { Reporter } from './reporter.ts';

/** All formats of `pingan lint`, loaded when they are asked for; the first is the one for people. */
export const reporters: readonly Reporter[] = [
  {
    name: 'pretty',
    title: '给人看：原文、改法、汇总',
    load: async () => (await import('./pretty.ts')).pretty,
  },
  {
    name: 'compact',
    title: '一处一行，给编辑器用',
    load: async () => (await import('./compact.ts')).compact,
  },
  {
    name: 'markdown',
    title: '校对记录表（Markdown）',
    load: async () => (await import('./markdown.ts')).markdown,
  },
  {
    name: 'json',
    title: 'JSON，给程序用',
    load: async () => (await import('./json.ts')).json,
  },
  {
    name: 'sarif',
    title: 'SARIF 2.1.0，给代码扫描平台用',
    load: async () => (await import('./sarif.ts')).sarif,
  },
  {
    name: 'github',
    title: 'GitHub Actions 注解',
    load: async () => (await import('./github.ts')).github,
  },
  {
    name: 'gitlab',
    title: 'GitLab 代码质量报告',
    load: async () => (await import('./gitlab.ts')).gitlab,
  },
  {
    name: 'junit',
    title: 'JUnit XML，给持续集成平台用',
    load: async () => (await import('./junit.ts')).junit,
  },
  {
    name: 'checkstyle',
    title: 'Checkstyle XML，给代码评审工具用',
    load: async () => (await import('./checkstyle.ts')).checkstyle,
  },
  {
    name: 'rdjson',
    title: 'reviewdog 诊断，带修改建议',
    load: async () => (await import('./rdjson.ts')).rdjson,
  },
];
