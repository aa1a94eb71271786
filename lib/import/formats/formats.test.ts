import { describe, expect, test } from 'vitest'
import { AS_PROPOSED } from '@/lib/import/choices'
import { readFile } from '@/lib/import/read-file'
import { aPdf, aWordFile, aZip } from '@/seeds/made-files'

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') => Uint8Array.from(Buffer.from(text, encoding))
const read = (bytes: Uint8Array, choices: Partial<typeof AS_PROPOSED> = {}) =>
  readFile(bytes, { ...AS_PROPOSED, ...choices })
const refused = (bytes: Uint8Array) =>
  read(bytes).then(
    ({ text }) => text,
    (error) => error.reasons[0].key,
  )

const PAGE = `<!doctype html><html lang="fr"><head><title>Treize soldats tués à Kaboul - Le Quotidien</title>
<meta property="og:site_name" content="Le Quotidien"><meta property="article:published_time" content="2021-08-26T18:50:00+02:00">
<style>p{}</style></head><body><header><a href="/">Le Quotidien</a></header><nav><ul><li><a>Accueil</a><li><a>Monde</a></ul></nav>
<main><article><h1>Treize soldats tués</h1><p class="byline">Par <a>Jean Dupont</a></p>
<p>Treize soldats ont &eacute;t&eacute; <b>tués</b> <a href=x>jeudi</a>&nbsp;à Kaboul.</p><p hidden>caché</p>
<p><b>JUST IN:</b> <a>Les chefs partent</a></p><p>« Nous partirons ».<br><br>Il est parti.</p>
<div class="related"><p>À lire aussi</p><ul><li><a>Autre article</a></ul></div></article></main>
<aside>Les plus lus</aside><footer>Contacts</footer><script>x</script></body></html>`

describe('a page’s source', () => {
  test('is its article; menus, teasers and feet are set apart, and can be taken back in', async () => {
    const page = await read(bytesOf(PAGE))
    expect(page).toMatchObject({
      ...{ format: 'html', title: 'Treize soldats tués' },
      text: 'Treize soldats ont été tués jeudi\u00a0à Kaboul.\n\n« Nous partirons ».\n\nIl est parti.',
      facts: {
        outlet: 'Le Quotidien',
        byline: 'Jean Dupont',
        date: { date: { earliest: '2021-08-26', clock: { from: '18:50', zone: '+02:00' } } },
      },
    })
    const apart = page.groups.map(({ kind, words }) => `${kind}: ${words}`)
    expect(apart).toEqual([
      ...[
        'menu: Le Quotidien',
        'menu: Accueil',
        'menu: Monde',
        'title: Treize soldats tués',
        'author: Par Jean Dupont',
      ],
      ...[
        'teaser: JUST IN: Les chefs partent',
        'teaser: À lire aussi',
        'teaser: Autre article',
        'menu: Les plus lus',
        'menu: Contacts',
      ],
    ])
    expect((await read(bytesOf(PAGE), { toggled: [5] })).text).toContain('JUST IN: Les chefs partent\n\n« Nous')
  })

  test('a pasted piece of one, and what the clipboard marks', async () => {
    const piece =
      '<p>Treize soldats ont &eacute;t&eacute; tu&eacute;s <b>mardi</b>.</p>\n<p>&laquo;&nbsp;Oui&nbsp;&raquo;, dit-il.</p>'
    expect((await read(bytesOf(piece))).text).toBe('Treize soldats ont été tués mardi.\n\n«\u00a0Oui\u00a0», dit-il.')
    const copied = '<html><body><p>avant</p><!--StartFragment--><p>Un.</p><p>Deux.</p><!--EndFragment--></body></html>'
    expect((await read(bytesOf(copied))).text).toBe('Un.\n\nDeux.')
    expect(await read(bytesOf(piece), { asText: true })).toMatchObject({ format: 'plain', text: piece })
  })

  test('its declared encoding counts; words with angle brackets are no page', async () => {
    const page = bytesOf(
      '<html><head><meta charset="windows-1252"></head><body><p>L\x92\xe9t\xe9 \x80</p></body></html>',
      'latin1',
    )
    expect(await read(page)).toMatchObject({ encoding: 'windows-1252', text: 'L’été €' })
    expect(await read(bytesOf('<Kaboul> Treize soldats. a < b </p>'))).toMatchObject({ format: 'plain' })
  })

  const paragraphs = '<p>Treize soldats ont été tués jeudi à Kaboul, selon le ministère.</p>'.repeat(3)
  test.each([
    ['is called a paywall', `<p>Un chapô.</p><div class="paywall">${paragraphs}</div><footer>Contacts</footer>`],
    ['stands in a form', `<form><nav>Menu</nav>${paragraphs}</form><p>Un chapô.</p>`],
    ['is hidden until a script shows it', `<p>Un chapô.</p><article hidden>${paragraphs}</article>`],
  ])('what holds most of the text is the article, also where it %s', async (_, body) => {
    const { text } = await read(bytesOf(`<html><body>${body}</body></html>`))
    expect(text.match(/Treize soldats/g)).toHaveLength(3)
    expect(text).not.toMatch(/Menu|Contacts/)
  })

  test('a piece that begins with a heading, or with a script, is one', async () => {
    expect(await read(bytesOf('<h3>Titre</h3><p>Un.</p>'))).toMatchObject({ format: 'html', text: 'Titre\n\nUn.' })
    expect(await read(bytesOf('<script>x</script><p>Un.</p>'))).toMatchObject({ format: 'html', text: 'Un.' })
  })

  test('where all of it is links or menus, nothing is left out', async () => {
    expect((await read(bytesOf('<html><nav><a>Un</a></nav><div class="menu"><a>Deux</a></div></html>'))).text).toBe(
      'Un\n\nDeux',
    )
  })
})

describe('files of other programs', () => {
  test('Word: its paragraphs, without what was deleted and without its header', async () => {
    const word = await read(aWordFile('Treize morts', 'Par Jean Dupont', 'Treize soldats &amp; un civil.', 'Personne.'))
    expect(word).toMatchObject({
      format: 'word',
      encoding: null,
      title: 'Treize morts',
      facts: { byline: 'Jean Dupont' },
    })
    expect(word.text).toBe('Treize soldats & un civil.\n\nPersonne.')
  })

  test('OpenDocument and RTF', async () => {
    const xml =
      '<o><text:h>Titre</text:h><text:p>Treize<text:s/><text:span>soldats</text:span>.<text:note>n</text:note></text:p></o>'
    const odt = aZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': xml })
    expect(await read(odt)).toMatchObject({ format: 'openDocument', text: 'Titre\n\nTreize soldats.' })
    const rtf =
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}Ils ont \\'e9t\\'e9 tu\\u233?s.\\par {\\*\\x y}\\ldblquote Oui\\rdblquote .}"
    expect(await read(bytesOf(rtf))).toMatchObject({ format: 'rtf', text: 'Ils ont été tués.\n\n“Oui”.' })
  })

  test('boxes and notes are set apart, in every kind of document', async () => {
    const p = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
    const box = `<w:p><w:r><w:txbxContent>${p('Encadré.')}</w:txbxContent></w:r></w:p>`
    const files = {
      'word/document2.xml': `<w:body>${p('Un.')}${box}${p('Deux.')}</w:body>`,
      'word/footnotes.xml': `<w:footnotes>${p('La note.')}</w:footnotes>`,
    }
    const odt = aZip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<o><text:p>Un mot<text:note><text:p>La note.</text:p></text:note>.</text:p></o>',
    })
    const rtf = bytesOf('{\\rtf1 Un mot{\\footnote La note.}.}')
    const all = await Promise.all([aZip(files), odt, rtf].map((file) => read(file)))
    expect(all.map(({ text, groups }) => [text, ...groups.map(({ kind, words }) => `${kind}: ${words}`)])).toEqual([
      ['Un.\n\nDeux.', 'note: Encadré.', 'note: La note.'],
      ['Un mot.', 'note: La note.'],
      ['Un mot.', 'note: La note.'],
    ])
  })

  test('the fonts of an RTF file say in which alphabet its bytes are', async () => {
    const rtf =
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset204 A;}{\\f1 B;}}{\\f0 \\'d1\\'ee\\'eb\\'e4\\'e0\\'f2} \\f1 \\'e9t\\'e9}"
    expect((await read(bytesOf(rtf))).text).toBe('Солдат été')
  })

  test('a mail whose words only lead to its page is that page', async () => {
    const page = `<html><body>${'<p>Treize soldats ont été tués jeudi.</p>'.repeat(3)}</body></html>`
    const parts = `--B\nContent-Type: text/plain\n\nView in your browser.\n--B\nContent-Type: text/html; charset=utf-8\n\n${page}\n--B--\n`
    const mail = `From: a@b.org\nTo: c@d.org\nSubject: S\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=B\n\n${parts}`
    expect((await read(bytesOf(mail))).text).toMatch(/^Treize soldats/)
  })

  test('a mail: subject, sender and date are facts, its body is the text', async () => {
    const header =
      'From: Desk <desk@example.org>\r\nTo: a@example.org\r\nSubject: =?utf-8?Q?Treize_morts_=C3=A0_v=C3=A9rifier?=\r\n'
    const body =
      'Date: Thu, 26 Aug 2021 17:50:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nTreize soldats ont =C3=A9t=C3=A9 tu=\r\n=C3=A9s.\r\n'
    expect(await read(bytesOf(header + body))).toMatchObject({
      ...{ format: 'mail', title: 'Treize morts à vérifier', text: 'Treize soldats ont été tués.' },
      facts: { byline: 'Desk', date: { date: { earliest: '2021-08-26', clock: { from: '17:50', zone: '+02:00' } } } },
    })
  })

  test('a page saved as one file', async () => {
    const saved =
      'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nSubject: Kaboul\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>Treize soldats ont =C3=A9t=C3=A9 tu=C3=A9s</p></body></html>\r\n--B--\r\n'
    expect(await read(bytesOf(saved))).toMatchObject({
      ...{ format: 'webArchive', title: 'Kaboul', text: 'Treize soldats ont été tués' },
      facts: { address: 'https://example.org/a' },
    })
  })

  test('a PDF: its lines joined, heads and numbers of pages set apart', async () => {
    const pages = [
      ['Le Quotidien', 'Le minist\xe8re de la D\xe9-', 'fense a confirm\xe9 la mort de treize sol-', 'dats.', '1'],
      ['Le Quotidien', 'Soixante civils ont p\xe9ri.', '2'],
    ]
    const pdf = await read(aPdf(pages))
    expect(pdf).toMatchObject({ format: 'pdf', lines: { way: 'joined', joinedCount: 2 } })
    expect(pdf.text).toBe(
      'Le ministère de la Défense a confirmé la mort de treize soldats.\n\nSoixante civils ont péri.',
    )
    expect(pdf.groups.map(({ kind, count }) => [kind, count])).toEqual([
      ['pageHead', 2],
      ['pageNumber', 2],
    ])
  })
})

test('a number that ends a page of a PDF is a figure, unless it counts on from page to page', async () => {
  const one = await read(aPdf([['Le bilan est, dit-on, de plus de', '170']]))
  expect(one).toMatchObject({ text: 'Le bilan est, dit-on, de plus de 170', groups: [] })
  const two = await read(
    aPdf([
      ['Un mot.', '41'],
      ['Le bilan est de', '170'],
      ['Fin.', '43'],
    ]),
  )
  expect(two.text).toBe('Un mot.\n\nLe bilan est de 170\n\nFin.')
  expect(two.groups).toMatchObject([{ kind: 'pageNumber', count: 2 }])
})

describe('what cannot be read is called by its right name', () => {
  const office = (words: string) =>
    Uint8Array.from(
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from(words, 'utf16le')]),
    )
  test.each([
    ['a PDF of pictures', aPdf([[]]), 'import.pdfWithoutText'],
    ['a broken PDF', bytesOf('%PDF-1.7 bla'), 'import.damagedFile'],
    ['a PDF of 3,001 pages', aPdf(Array(3001).fill(['x'])), 'import.tooManyPages'],
    ['an image', bytesOf('\x89PNG\r\n\x1a\nIHDR', 'latin1'), 'import.image'],
    ['a photo of a telephone', bytesOf('\0\0\0\x18ftypheic', 'latin1'), 'import.image'],
    ['sound', bytesOf('ID3\x03words', 'latin1'), 'import.sound'],
    ['an old Word document', office('WordDocument'), 'import.oldWord'],
    ['a locked document', office('EncryptedPackage'), 'import.lockedFile'],
    ['a spreadsheet', aZip({ 'xl/workbook.xml': '' }), 'import.spreadsheet'],
    ['slides', aZip({ 'ppt/presentation.xml': '' }), 'import.slides'],
    ['a Pages document', aZip({ 'Index/Document.iwa': '' }), 'import.pages'],
    ['a book', aZip({ mimetype: 'application/epub+zip' }), 'import.book'],
    ['an archive', aZip({ 'a.txt': 'Un texte.' }), 'import.archive'],
    ['half an archive', aZip({ 'word/document.xml': '<w:p/>' }).subarray(0, 60), 'import.damagedFile'],
    ['an empty Word document', aZip({ 'word/document.xml': '<w:p/>' }), 'import.blank'],
  ])('%s', async (_, bytes, key) => {
    expect(await refused(bytes)).toBe(key)
  })
})

describe('files made to stop a server', () => {
  test('what unpacks to more than an article is refused; entities of its own are not followed', async () => {
    expect(await refused(aZip({ 'word/document.xml': `<w:p>${'a'.repeat(60_000_000)}` }))).toBe('import.tooMuchInside')
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:p><w:t>Un &b; texte</w:t></w:p>'
    expect(await refused(aZip({ 'word/document.xml': entities }))).toBe('Un &b; texte')
  })

  test('deep nesting ends early, in pages, documents and RTF', async () => {
    expect(await refused(bytesOf(`<html>${'<div>'.repeat(200_000)}x</div>`))).toBe('import.tooMuchInside')
    expect(await refused(aZip({ 'word/document.xml': '<w:p>'.repeat(200_000) }))).toBe('import.tooMuchInside')
    expect(await refused(bytesOf(`{\\rtf1${'{'.repeat(200_000)}x`))).toBe('x')
  })

  test('comments before a page, and spaces in it, take no more time than they are long', async () => {
    const [comments, spaces] = ['<!-- a -->'.repeat(450), ' '.repeat(400_000)]
    const start = performance.now()
    expect(await read(bytesOf(`${comments}words`))).toMatchObject({ format: 'plain' })
    expect(await read(bytesOf(`${comments}<p>Un.</p>`))).toMatchObject({ format: 'html', text: 'Un.' })
    await read(bytesOf(`<html><pre>Un${spaces}mot</pre></html>`))
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('a page of a hundred thousand elements is read', async () => {
    const page = `<html><body>${'<p>Un alinéa.</p>'.repeat(50_000)}</body></html>`
    expect((await read(bytesOf(page))).paragraphs).toBe(50_000)
  })
})
