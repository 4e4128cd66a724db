/** Prints a document alone: in a frame of its own, where nothing of this page is. */
export async function printed(html: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.className = 'printing';
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.srcdoc = html;
  document.querySelector('.printing')?.remove();
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    document.body.append(frame);
  });
  frame.contentWindow?.print();
}
