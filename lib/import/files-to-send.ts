import { MAX_RECEIVED_BYTES, MOST_FILES_SENT } from '@/lib/import/schema'

/** Files in the groups in which they are sent: in their order, each group within both limits. What is too large for any is sent by its name alone. */
export function groupsToSend<File extends { size: number }>(files: readonly File[]): File[][] {
  const groups: File[][] = []
  let [group, bytes]: [File[], number] = [[], 0]
  for (const file of files) {
    const own = file.size > MAX_RECEIVED_BYTES ? 0 : file.size
    if (group.length > 0 && (group.length >= MOST_FILES_SENT || bytes + own > MAX_RECEIVED_BYTES)) {
      groups.push(group)
      ;[group, bytes] = [[], 0]
    }
    group.push(file)
    bytes += own
  }
  return group.length > 0 ? [...groups, group] : groups
}
