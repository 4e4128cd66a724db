/** Signs that only adorn what stands behind them; ★ and ✅ may say something of it. */
export const ornaments = '\u2580-\u259F●■◆▪◇➢➤►▶❖🔥🔹🔸🔷🔶👉📌📍💡⭐';
/** Signs in front of the entries of a list, as part of a pattern's class with the flag u. */
export const entrySigns = '•·◦□☐※';
/** Those that head whole parts as well, in texts made for telephones and by hand. */
export const partSigns = '▍▎▌●■◆▲▪◇△★☆➢➤►▶◎✓✔✅☑√✘❌❖🔥🔹🔸🔷🔶👉📌📍💡⭐';
