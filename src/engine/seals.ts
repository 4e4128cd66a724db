import type { NumberedBlock } from '../document/block.ts';
import type { Plan } from '../plan/plan.ts';
import { error, type Report } from '../schema/problem.ts';

/** Tells where pictures of seals and those who sign aren't as many, so that a seal would stand on another's name or nowhere. */
export function checkSeals({ sealPictures }: Plan, blocks: readonly NumberedBlock[], report: Report): void {
  const place = sealPictures?.[0]?.file;
  if (place === undefined) return;
  const signature = blocks.find((block) => block.kind === 'signature');
  if (signature?.kind !== 'signature') {
    error(report, 'plan/picture', place, '这份文件没有落款，印章没有地方印。', '删去“印章图片”。');
    return;
  }
  const { pictures = [], signers, date, seal } = signature;
  // A row of a table may have none.
  if (pictures.length === 0) return;
  const places = signers.length > 0 ? signers.length : date && seal === 'seal' ? 1 : 0;
  if (pictures.length !== places)
    error(
      report,
      'plan/picture',
      place,
      `落款有 ${places} 个署名，“印章图片”有 ${pictures.length} 张。`,
      '一个署名一张，先后也照署名；联合发文缺几个印章的，都留着空白，打印以后再盖。',
    );
}
