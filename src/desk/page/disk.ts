interface Handle {
  readonly name: string;
  createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>;
}

type Picker = (options: object) => Promise<Handle>;

let last: { id: string; handle: Handle } | undefined;

/**
 * Writes a plan to a file of the disk that a person has chosen, and to the same one the next time; undefined where
 * the browser can't, or where nothing was chosen.
 */
export async function toDisk(id: string, name: string, text: string): Promise<string | undefined> {
  const pick = Reflect.get(window, 'showSaveFilePicker') as Picker | undefined;
  if (!pick) return undefined;
  try {
    const types = [{ description: '计划', accept: { 'text/yaml': ['.yaml', '.yml'] } }];
    const handle = last?.id === id ? last.handle : await pick({ suggestedName: name, types });
    last = { id, handle };
    const file = await handle.createWritable();
    await file.write(text);
    await file.close();
    return handle.name;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return undefined;
    throw thrown;
  }
}
