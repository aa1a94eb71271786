import { deflateRawSync } from 'node:zlib'

// Files of other programs, as small as they can be: for tests and benches.

const two = (number: number) => [number & 255, (number >> 8) & 255]
const four = (number: number) => [...two(number & 65_535), ...two(number >>> 16)]

/** An archive of these entries. */
export function aZip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const body: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const plain = typeof content === 'string' ? Buffer.from(content) : content
    const packed = deflateRawSync(plain)
    const sizes = [...four(0), ...four(packed.length), ...four(plain.length), ...two(name.length)]
    const local = Buffer.from([...[0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0], ...sizes, 0, 0])
    const central = [0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]
    directory.push(Buffer.from([...central, ...sizes, ...Array(12).fill(0), ...four(offset)]), Buffer.from(name))
    body.push(local, Buffer.from(name), packed)
    offset += local.length + name.length + packed.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const count = two(Object.keys(files).length)
  const end = Buffer.from([0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...count, ...count, ...four(size), ...four(offset), 0, 0])
  return Uint8Array.from(Buffer.concat([...body, ...directory, end]))
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

/** A Word document of these paragraphs; the first is its title. */
export const aWordFile = (title: string, ...paragraphs: string[]): Uint8Array =>
  aZip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run(title)}</w:p>${paragraphs
      .map((text) => `<w:p>${run(text)}<w:del><w:r><w:delText>biffé</w:delText></w:r></w:del></w:p>`)
      .join('')}</w:body></w:document>`,
    'word/header1.xml': `<w:hdr><w:p>${run('En-tête')}</w:p></w:hdr>`,
    'docProps/core.xml': '<cp:coreProperties><dc:creator>Jean Dupont</dc:creator></cp:coreProperties>',
  })

const escaped = (words: string) => words.replace(/[\\()]/g, '\\$&')

/** A PDF of these pages, each of these lines; Latin-1. No lines: a page without text. */
export function aPdf(pages: readonly (readonly string[])[]): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ]
  const kids: string[] = []
  for (const lines of pages) {
    const text = lines.map((line) => `(${escaped(line)}) Tj T*`).join(' ')
    const stream = lines.length > 0 ? `BT /F1 12 Tf 14 TL 50 750 Td ${text} ET` : ''
    objects.push(`<</Length ${stream.length}>>stream\n${stream}\nendstream`)
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents ${objects.length} 0 R>>`,
    )
    kids.push(`${objects.length} 0 R`)
  }
  objects[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`
  let file = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj${object}endobj\n`
    return place
  })
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`
  return Uint8Array.from(Buffer.from(file, 'latin1'))
}
