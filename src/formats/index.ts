import { untouched } from '../package/mark.ts';
import type { Format } from './format.ts';
import { sealed, unsealed, withSeal } from './seal.ts';

/** The formats that are made here; the heavy ones are loaded when they are first used. */
export const formats: readonly Format[] = [
  {
    name: 'docx',
    title: 'Word 文件',
    binary: true,
    comments: true,
    prepare: async (style) => (await import('./docx/index.ts')).docx(style),
    untouched,
  },
  {
    name: 'md',
    title: 'Markdown 文件',
    binary: false,
    comments: false,
    prepare: async () => {
      const { markdown } = await import('./markdown.ts');
      const { pressed } = await import('./markdown-press.ts');
      return {
        write: ({ blocks }) => sealed(markdown(blocks)),
        press: ({ blocks }) => {
          const text = pressed(blocks);
          return (values) => withSeal(text(values));
        },
      };
    },
    untouched: unsealed,
  },
  {
    name: 'html',
    title: '网页文件',
    binary: false,
    comments: false,
    prepare: async (style) => (await import('./html/index.ts')).html(style),
    untouched: unsealed,
  },
];
