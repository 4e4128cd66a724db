/** What workers have to read files with, without waiting. */
declare class FileReaderSync {
  readAsArrayBuffer(file: Blob): ArrayBuffer;
}

interface Listed {
  /** What plans may use: templates, configurations, lists of words, letterheads, pictures. */
  names: readonly string[];
  /** A configuration above the folder, which can't be seen. */
  above?: string;
}

/** What lies in the folder that is open, by names below it with “/” between. */
export interface OpenFolder extends Listed {
  read(name: string): Uint8Array | undefined;
}

/** The folder behind an address, or the files of one that a person has chosen. */
export type FolderGiven = { at: string } | { files: ReadonlyMap<string, File> };

/** The same bytes are given again until somebody says that something has changed. */
export function openFolder(given: FolderGiven): OpenFolder {
  const known = new Map<string, Uint8Array | undefined>();
  const { read, ...folder } = 'at' in given ? served(given.at) : chosen(given.files);
  return {
    ...folder,
    read(name) {
      if (!known.has(name)) known.set(name, read(name));
      return known.get(name);
    },
  };
}

/** The engine doesn't wait for files, so the answer is waited for: nobody types into a worker. */
function served(at: string): OpenFolder {
  const asked = (what: string) => {
    const request = new XMLHttpRequest();
    request.open('GET', new URL(what, at), false);
    request.responseType = 'arraybuffer';
    request.send();
    return request.status === 200 ? new Uint8Array(request.response as ArrayBuffer) : undefined;
  };
  const list = new TextDecoder().decode(asked('beside'));
  return { ...(JSON.parse(list) as Listed), read: (name) => asked(`files/${encodeURIComponent(name)}`) };
}

function chosen(files: ReadonlyMap<string, File>): OpenFolder {
  const reader = new FileReaderSync();
  return {
    names: [...files.keys()],
    read(name) {
      const file = files.get(name);
      return file && new Uint8Array(reader.readAsArrayBuffer(file));
    },
  };
}
