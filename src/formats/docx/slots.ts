/** Where text goes; a format of numbers can't clash with it, nor can the text of any style. */
export const slot = { plain: '⟦plain⟧', bold: '⟦bold⟧', opens: '⟦opens⟧', opensBold: '⟦opensBold⟧' };
/** Lengths that are known only per document, as numbers that nothing else has. */
export const indentSlot = 7771;
export const widthSlot = 7773;
export const areaSlot = 7775;
export const heightSlot = 7774;
/** Above a picture, and below it. */
export const aboveSlot = 7777;
export const belowSlot = 7778;
export const tabSlot = 7776;
/** A share in per cent. */
export const scaleSlot = 577;
