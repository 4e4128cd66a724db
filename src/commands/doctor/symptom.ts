/** What was looked at, and how it was found. */
export interface Symptom {
  /** Bad keeps pingan from what it is for; a doubt may do so, or is for others to mind. */
  state: 'good' | 'doubt' | 'bad';
  text: string;
  /** What to do about it. */
  cure?: string;
}

export const good = (text: string): Symptom => ({ state: 'good', text });
export const doubt = (text: string, cure?: string): Symptom => ({
  state: 'doubt',
  text,
  ...(cure && { cure }),
});
export const bad = (text: string, cure: string): Symptom => ({ state: 'bad', text, cure });
