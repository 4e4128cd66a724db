import { simplified } from '../../../text/script.ts';
import { rule } from '../../rule.ts';

/** What names of those who issue documents end in. */
const office =
  /(?:政府|委员会|[党工团纪]委|[局厅部院办所站处]|办公室|支部|总支|支队|大队|中心|公司|中学|小学|学校|幼儿园|医院|协会|联合会|工会|妇联)$/;

export default rule({
  id: 'structure/joint-issuer',
  title: '几个发文单位写成了一个',
  why: '联合发文的，版头上每个单位一行，落款各署各的；写在一起的当作一个单位，印在一行里。',
  basis: 'GB/T 9704—2012 7.2.4、7.3.5',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  kinds: ['unit'],
  passage({ prose, path, span }, tell) {
    if (path !== 'issuer' && path !== 'signers') return;
    const names = simplified(prose)
      .split(/[、，,；;\s]+/)
      .filter((name) => name !== '');
    if (names.length < 2 || !names.every((name) => name.length > 4 && office.test(name))) return;
    const typed = prose.split(/[、，,；;\s]+/).filter((name) => name !== '');
    tell(span(0, prose.trimEnd().length), `这里是${names.length}个单位，却写成了一个。`, {
      advice: `写成列表：[${typed.join(', ')}]。`,
    });
  },
  texts: () => ({
    examples: [
      {
        wrong: '标题: 关于排查的通知\n单位: ⟦平安镇人民政府、平安镇派出所⟧\n正文: 每月排查。',
        right: '标题: 关于排查的通知\n单位: [平安镇人民政府, 平安镇派出所]\n正文: 每月排查。',
        in: 'plan',
      },
      {
        wrong: '标题: 关于排查的通知\n单位: ⟦平安县公安局 平安县教育局⟧\n正文: 每月排查。',
        right: '标题: 关于排查的通知\n单位: [平安县公安局, 平安县教育局]\n正文: 每月排查。',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 关于排查的通知\n单位: 平安县公安局 交警大队\n正文: 每月排查。',
      '标题: 关于排查的通知\n单位: 平安县公安、司法局\n正文: 每月排查。',
    ],
  }),
});
