import { MOST_FILES } from '@/lib/import/schema'

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject))

/** A folder hands its entries out in portions, until there are none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0 || all.length > MOST_FILES) return all
    all.push(...some)
  }
}

/** True for what a system keeps for itself, such as `.DS_Store`. */
export const isOfSystem = (name: string) => name.startsWith('.') || /^(?:thumbs\.db|desktop\.ini)$/i.test(name)

/** The files that were dropped, those of folders among them, in the order of their names. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry?.()).filter((entry) => entry !== null)
  const plain = Array.from(transfer.files)
  if (!entries.some((entry) => entry && isFolder(entry))) return plain
  const waiting = entries.filter((entry) => entry !== undefined)
  const files: File[] = []
  while (waiting.length > 0 && files.length < MOST_FILES) {
    const entry = waiting.shift()
    if (!entry || isOfSystem(entry.name)) continue
    if (isFile(entry)) files.push(await fileOf(entry))
    else if (isFolder(entry)) waiting.push(...(await entriesOf(entry)))
  }
  return files.sort((one, other) => one.name.localeCompare(other.name))
}
