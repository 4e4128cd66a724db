import type { Attributes } from '../../package/xml.ts';

/** Which of the changes that Word tracked count: all of them, none, or those of one author, by the name that Word has of him. */
export type Tracked = 'accepted' | 'original' | { by: string };

/** Whether a change counts, by the element that says it; the others are as if they had never been made. */
export type Takes = (change: Attributes) => boolean;

export function taking(tracked: Tracked): Takes {
  if (tracked === 'accepted') return everything;
  return tracked === 'original' ? () => false : (change) => author(change) === tracked.by.trim();
}

export const everything: Takes = () => true;

export const author = ({ 'w:author': name = '' }: Attributes): string => name.trim();
