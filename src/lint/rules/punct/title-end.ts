import { rule } from '../../rule.ts';

export default rule({
  id: 'punct/title-end',
  title: '标题末尾有标点',
  why: '标题单独成行，末尾不用句号、逗号、顿号、分号和冒号；标题后面接排正文的，句号由程序加。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  kinds: ['documentTitle', 'title'],
  passage({ prose, span }, tell) {
    const found =
      /(?<=[^。，、；：,;:.．…\0\s])[ \u3000]*((?:[。，、；：,;:]|(?<![A-Za-z\d])[.．]){1,2})\0*$/.exec(
        prose,
      );
    if (found === null || /[.．]{2}/.test(found[0])) return;
    const [whole, mark = ''] = found;
    const at = span(found.index, found.index + whole.replace(/\0(?<!\0{2})\0*$/, '').length);
    tell(at, `标题末尾不用“${mark}”。`, { fix: { ...at, text: '' } });
  },
  texts: () => ({
    examples: [
      { wrong: '平安镇2026年工作要点⟦。⟧', right: '平安镇2026年工作要点', in: 'documentTitle' },
      { wrong: '加强组织领导⟦：⟧', right: '加强组织领导', in: 'title' },
      { wrong: '落实巡查责任⟦.⟧', right: '落实巡查责任', in: 'title' },
    ],
    silent: [
      '平安镇2026年工作要点',
      '隐患在哪里？',
      '平安镇2026年工作要点（试行）',
      '建设“平安小区”',
      '提档升级至V2.',
    ],
  }),
});
