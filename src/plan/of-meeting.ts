import type { Problem } from '../schema/problem.ts';
import { simplified } from '../text/script.ts';

/** What is said of a meeting in lines of its own, for which there is no key; these may belong to something else as well. */
const perhaps = ['时间', '地点', '议题'];
const certainly = '主持 主持人 会议时间 会议地点 会议主持 会议主持人 会议记录 会议议题'.split(' ');

/** Unknown keys that tell of a meeting. */
export function ofMeeting(problems: readonly Problem[]): ReadonlySet<Problem> {
  const among = (words: readonly string[]) =>
    problems.filter(({ stray }) => stray && words.includes(simplified(stray.entry.key.text.trim())));
  const [sure, others] = [among(certainly), among(perhaps)];
  return new Set(sure.length > 0 || others.length > 1 ? [...sure, ...others] : []);
}

export function toldOfMeeting({ stray: _, fix: __, ...problem }: Problem): Problem {
  return {
    ...problem,
    message: '会议的时间、地点、主持人没有单独的键。',
    advice:
      '写进导语：“导语: 3月5日，张三在镇会议室主持召开会议。”；要单独成行的，写成“正文”里的一段文字：“- 时间：3月5日”。到会的写“出席”“请假”“列席”，记录的人写“记录”。',
  };
}
