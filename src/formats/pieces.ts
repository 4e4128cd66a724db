import type { NumberedBlock, Table } from '../document/block.ts';
import { isJoinedByWords } from '../document/merges.ts';
import { cutAtMarks, isLive, type Live, type Stencil, shapesOf } from '../document/stencil.ts';
import { type Grid, grid } from '../page/columns.ts';
import { type LaidOut, laidOut, looksAhead } from '../page/measured.ts';
import type { Profile } from '../page/profile.ts';
import { type Piece, type Ready, ready } from './together.ts';

/** Writes a block that is laid out, between its neighbours, of which only the kinds and roles matter. */
type Write = (block: LaidOut, before: NumberedBlock | undefined, after: NumberedBlock | undefined) => string;

/** The blocks of a stencil, those that are laid out by what they say made anew for each document. */
export function blockPieces(blocks: Stencil['blocks'], profile: Profile, write: Write): Piece[] {
  const shapes = shapesOf(blocks);
  return blocks.flatMap((block, index): Piece[] => {
    const [before, after] = [shapes[index - 1], shapes[index + 1]];
    const written = (laid: LaidOut) => write(laid, before, after);
    const next = blocks[index + 1];
    if (next && isLive(next) && looksAhead(shapes[index] as NumberedBlock))
      return [
        (values) =>
          written(laidOut(isLive(block) ? block.filled(values) : block, next.filled(values), profile)),
      ];
    if (!isLive(block)) return [written(laidOut(block, after, profile))];
    const laid = laidOut(block.marked, after, profile);
    if (laid === block.marked) return cutAtMarks(written(laid));
    if (laid.kind === 'table' && !isJoinedByWords(laid)) return [tablePiece(block, laid, profile, written)];
    return [(values) => written(laidOut(block.filled(values), after, profile))];
  });
}

/** Words decide how wide the columns of a table are and nothing else: it is written once for each way in which they do. */
function tablePiece(
  { filled }: Live,
  laid: Table & { grid: Grid },
  profile: Profile,
  written: (laid: Table & { grid: Grid }) => string,
): Piece {
  const known = new WeakMap<Grid['measures'], readonly Ready[]>();
  return (values) => {
    const { measures } = grid(filled(values) as Table, profile);
    const pieces =
      known.get(measures) ?? ready(cutAtMarks(written({ ...laid, grid: { ...laid.grid, measures } })));
    known.set(measures, pieces);
    return pieces;
  };
}
