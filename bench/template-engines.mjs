import Docxtemplater from 'docxtemplater';
import { TemplateHandler } from 'easy-template-x';
import PizZip from 'pizzip';

/**
 * Both start from the bytes of the template for every document: docxtemplater says to (its render changes the zip and
 * the instance; github.com/open-xml-templating/docxtemplater/issues/323 and /478), and `process` is all that
 * easy-template-x has.
 */
export function templateEngines(template) {
  const handler = new TemplateHandler();
  return {
    docxtemplater: (row) => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      document.render(row);
      return document.toBuffer();
    },
    easyTemplateX: (row) => handler.process(template, row),
  };
}
