/**
 * The characters of pingan's own words (keys, section titles, wording of templates) that differ between the scripts,
 * Simplified first. Texts of a plan are never converted: character by character that can't be done rightly.
 */
const pairs =
  `与與 专專 两兩 个個 为為 举舉 么麼 习習 书書 于於 从從 们們 价價 会會 体體 关關 内內 写寫 减減 几幾 划劃 则則
创創 删刪 别別 办辦 务務 动動 势勢 单單 历歷 参參 双雙 发發 变變 号號 后後 员員 响響 围圍 国國 圆圓 处處 头頭 学學 实實 对對
导導 层層 属屬 应應 开開 张張 强強 当當 总總 执執 拟擬 换換 据據 数數 无無 时時 机機 条條 来來 构構 标標 栏欄 样樣 检檢 汇匯
没沒 点點 牵牽 状狀 环環 现現 电電 监監 码碼 确確 种種 称稱 签簽 类類 紧緊 级級 组組 织織 经經 结結 给給 续續 综綜 编編 缩縮
职職 联聯 节節 范範 补補 规規 计計 认認 记記 设設 证證 评評 识識 话話 语語 误誤 读讀 谁誰 负負 责責 达達 过過 还還 这這 进進
连連 适適 邮郵 里裏 键鍵 镇鎮 长長 问問 间間 阶階 页頁 项項 须須 预預 领領 题題 骤驟 齐齊 系繫 注註 释釋 撑撐
装裝 订訂 请請 独獨 盖蓋 红紅 纪紀 宽寬 横橫 录錄 许許 报報 见見 说說 门門 决決 议議 细細 约約 讲講
纲綱 辞辭 词詞 启啟 诺諾 协協 册冊 简簡 备備 审審 图圖 厘釐 侧側 网網 谢謝 阅閱`.split(/\s+/);

/** Words in which a character has another form than elsewhere: 標誌, 合併, 考覈, 標準, but 志願, 並且, 核心, 批准. */
const words =
  '标志標誌 合并合併 考核考覈 审核審覈 标准標準 批复批覆 函复函覆 此复此復 盼复盼復 复函覆函 汇报彙報 核准覈准'.split(
    ' ',
  );
/** Forms of other standards and of words, which are found and never written by themselves; 覆 is Simplified, too. */
const others = '计划計畫 为爲 启啓 里裡 系係 说説 志誌 并併 并並 签籤 核覈 准準 复復 阅閲 汇彙'.split(' ');

const halves = (pair: string) => [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)] as const;
const toTraditional = new Map([...words, ...pairs].map(halves));
const toSimplified = new Map([...pairs, ...others, ...words].map(halves).map(([from, to]) => [to, from]));

/** 指導思想 → 指导思想, for finding a key however it is spelled. */
export const simplified = converter(toSimplified);

/** 指导思想 → 指導思想, for wording of our own in a plan written in Traditional script. */
export const traditional = converter(toTraditional);

/** What a pattern (flag d) in Simplified script finds in a text of either: it and its groups, as they were typed. */
export function typedAs(pattern: RegExp, text: string): readonly (string | undefined)[] | undefined {
  return pattern.exec(simplified(text))?.indices?.map((place) => place && text.slice(...place));
}

/** Whether more characters of a text stand in Traditional form than in Simplified, of those that our own words have. */
export function isTraditional(text: string): boolean {
  return differences(text, simplified(text)) > differences(text, traditional(text));
}

function differences(text: string, other: string): number {
  if (text === other) return 0;
  let count = 0;
  for (let index = 0; index < text.length; index++) if (text[index] !== other[index]) count++;
  return count;
}

/** One search for all of them: most texts have none. */
function converter(table: ReadonlyMap<string, string>): (text: string) => string {
  const single = [...table.keys()].filter((each) => each.length === 1).join('');
  const longer = [...table.keys()].filter((each) => each.length > 1);
  const any = new RegExp([...longer, `[${single}]`].join('|'), 'g');
  return (text) => text.replace(any, (found) => table.get(found) ?? found);
}
