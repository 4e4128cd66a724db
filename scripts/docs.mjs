// npm run docs — writes the generated pages; with --check it only says which are not up to date.
import './conformance.mjs';
import './manual.mjs';
