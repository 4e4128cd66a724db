/** Signs in front of the entries of a list, as part of a pattern's class with the flag u. */
export const entrySigns = '•·◦□☐※';
/** Those that head whole parts as well, in texts made for telephones and by hand. */
export const partSigns = '●■◆▲▪◇△★☆➢➤►▶◎✓✔✅☑√✘❌❖🔥🔹🔸🔷🔶👉📌📍💡⭐';
