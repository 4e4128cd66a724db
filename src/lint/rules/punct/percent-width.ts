import { rule, running } from '../../rule.ts';

export default rule({
  id: 'punct/percent-width',
  title: '百分号有全角有半角',
  why: '一份文件里的百分号写成一样，看起来才整齐。用全角还是半角，照多数。',
  basis: '惯例',
  level: 'info',
  preset: 'strict',
  fix: 'safe',
  since: '0.2.0',
  signs: ['％'],
  plan({ passages }, tell) {
    const found = passages
      .filter(({ kind }) => running.includes(kind))
      .flatMap((passage) =>
        [...passage.prose.matchAll(/(?<![%％])[%％](?![%％])/g)].map(({ index, 0: mark }) => ({
          mark,
          at: passage.span(index, index + 1),
        })),
      );
    const wide = found.filter(({ mark }) => mark === '％');
    const narrow = found.filter(({ mark }) => mark === '%');
    if (Math.min(wide.length, narrow.length) < 2) return;
    const [few, one] = wide.length > narrow.length ? [narrow, '％'] : [wide, '%'];
    for (const { mark, at } of few)
      tell(at, `这里是“${mark}”，别处多是“${one}”，应当一致。`, { fix: { ...at, text: one } });
  },
  texts: () => ({
    examples: [
      {
        wrong: '整改率95%，办结率98%，知晓率90⟦％⟧，满意率92⟦％⟧。',
        right: '整改率95%，办结率98%，知晓率90%，满意率92%。',
      },
    ],
    silent: ['整改率95％，办结率98％，知晓率90％。', '整改率95%，办结率98%，知晓率90％。'],
  }),
});
