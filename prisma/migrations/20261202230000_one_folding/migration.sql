-- One folding for names, texts and what is searched: name_key folds as lib/text/fold.ts does (what stands on one line: names have no line
-- ends). Keys of names are computed anew; names that become one are both kept, and listed for merging.

-- The characters that entities left in a text call: as lib/text/entities.ts.
CREATE FUNCTION without_entities("text" text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  names CONSTANT jsonb := '{"nbsp": "\u00a0", "iexcl": "\u00a1", "cent": "\u00a2", "pound": "\u00a3", "curren": "\u00a4", "yen": "\u00a5", "brvbar": "\u00a6", "sect": "\u00a7", "uml": "\u00a8", "copy": "\u00a9", "ordf": "\u00aa", "laquo": "\u00ab", "not": "\u00ac", "shy": "\u00ad", "reg": "\u00ae", "macr": "\u00af", "deg": "\u00b0", "plusmn": "\u00b1", "sup2": "\u00b2", "sup3": "\u00b3", "acute": "\u00b4", "micro": "\u00b5", "para": "\u00b6", "middot": "\u00b7", "cedil": "\u00b8", "sup1": "\u00b9", "ordm": "\u00ba", "raquo": "\u00bb", "frac14": "\u00bc", "frac12": "\u00bd", "frac34": "\u00be", "iquest": "\u00bf", "Agrave": "\u00c0", "Aacute": "\u00c1", "Acirc": "\u00c2", "Atilde": "\u00c3", "Auml": "\u00c4", "Aring": "\u00c5", "AElig": "\u00c6", "Ccedil": "\u00c7", "Egrave": "\u00c8", "Eacute": "\u00c9", "Ecirc": "\u00ca", "Euml": "\u00cb", "Igrave": "\u00cc", "Iacute": "\u00cd", "Icirc": "\u00ce", "Iuml": "\u00cf", "ETH": "\u00d0", "Ntilde": "\u00d1", "Ograve": "\u00d2", "Oacute": "\u00d3", "Ocirc": "\u00d4", "Otilde": "\u00d5", "Ouml": "\u00d6", "times": "\u00d7", "Oslash": "\u00d8", "Ugrave": "\u00d9", "Uacute": "\u00da", "Ucirc": "\u00db", "Uuml": "\u00dc", "Yacute": "\u00dd", "THORN": "\u00de", "szlig": "\u00df", "agrave": "\u00e0", "aacute": "\u00e1", "acirc": "\u00e2", "atilde": "\u00e3", "auml": "\u00e4", "aring": "\u00e5", "aelig": "\u00e6", "ccedil": "\u00e7", "egrave": "\u00e8", "eacute": "\u00e9", "ecirc": "\u00ea", "euml": "\u00eb", "igrave": "\u00ec", "iacute": "\u00ed", "icirc": "\u00ee", "iuml": "\u00ef", "eth": "\u00f0", "ntilde": "\u00f1", "ograve": "\u00f2", "oacute": "\u00f3", "ocirc": "\u00f4", "otilde": "\u00f5", "ouml": "\u00f6", "divide": "\u00f7", "oslash": "\u00f8", "ugrave": "\u00f9", "uacute": "\u00fa", "ucirc": "\u00fb", "uuml": "\u00fc", "yacute": "\u00fd", "thorn": "\u00fe", "yuml": "\u00ff", "quot": "\"", "amp": "&", "apos": "''", "lt": "<", "gt": ">", "OElig": "\u0152", "oelig": "\u0153", "Scaron": "\u0160", "scaron": "\u0161", "Yuml": "\u0178", "ensp": "\u2002", "emsp": "\u2003", "thinsp": "\u2009", "zwnj": "\u200c", "zwj": "\u200d", "lrm": "\u200e", "rlm": "\u200f", "ndash": "\u2013", "mdash": "\u2014", "lsquo": "\u2018", "rsquo": "\u2019", "sbquo": "\u201a", "ldquo": "\u201c", "rdquo": "\u201d", "bdquo": "\u201e", "bull": "\u2022", "hellip": "\u2026", "prime": "\u2032", "lsaquo": "\u2039", "rsaquo": "\u203a", "euro": "\u20ac", "trade": "\u2122", "minus": "\u2212"}';
  pattern CONSTANT text := '^&(?:amp;)*(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,6}[0-9]{0,2}));';
  decoded text := '';
  rest text := "text";
  place integer;
  found text[];
  code integer;
  called text;
BEGIN
  LOOP
    place := strpos(rest, '&');
    EXIT WHEN place = 0;
    decoded := decoded || left(rest, place - 1);
    rest := substr(rest, place);
    found := regexp_match(rest, pattern);
    called := NULL;
    IF found[3] IS NOT NULL THEN
      called := names ->> found[3];
    ELSIF found IS NOT NULL THEN
      code := coalesce(found[1]::integer, ('x' || lpad(found[2], 8, '0'))::bit(32)::integer);
      IF code BETWEEN 1 AND 1114111 AND code NOT BETWEEN 55296 AND 57343 THEN called := chr(code); END IF;
    END IF;
    decoded := decoded || coalesce(called, '&');
    rest := CASE WHEN called IS NULL THEN substr(rest, 2) ELSE regexp_replace(rest, pattern, '') END;
  END LOOP;
  RETURN decoded || rest;
END $$;
DO $$ BEGIN
  EXECUTE format('ALTER FUNCTION without_entities(text) SET search_path = pg_catalog, %I, pg_temp', current_schema());
END $$;

-- From within: an accent typed for an apostrophe; what takes no ink, and marks; letters that Unicode does not take apart, those of Persian
-- keyboards, and digits; apostrophes and dashes; quotation marks; spaces.
CREATE OR REPLACE FUNCTION name_key("name" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(regexp_replace(translate(normalize(
    replace(replace(replace(replace(translate(lower(regexp_replace(normalize(
      replace(CASE WHEN strpos("name", '&') > 0 THEN without_entities("name") ELSE "name" END, U&'\00B4', ''''), NFKD),
      '[\u0001-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08ca-\u08e1\u08e3-\u08ff\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1ace\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20f0\u2800\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+', '', 'g')),
      U&'\00F8\0142\0111\00F0\0127\0167\0131\03C2\0649\06CC\06A9\06C1\0671\2044\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\06F0\06F1\06F2\06F3\06F4\06F5\06F6\06F7\06F8\06F9\0966\0967\0968\0969\096A\096B\096C\096D\096E\096F\09E6\09E7\09E8\09E9\09EA\09EB\09EC\09ED\09EE\09EF\0E50\0E51\0E52\0E53\0E54\0E55\0E56\0E57\0E58\0E59',
      U&'olddhti\03C3\064A\064A\0643\0647\0627/01234567890123456789012345678901234567890123456789'),
      U&'\0153', 'oe'), U&'\00E6', 'ae'), U&'\00DF', 'ss'), U&'\00FE', 'th'), NFC),
    U&'\2018\2019\201A\201B\02B9\02BB\02BC\02BD\2032\05F3`\2010\2011\2012\2013\2014\2015\2043\2212\058A\05BE\2E3A\2E3B',
    U&'''''''''''''''''''''''------------'),
    '''''+|["\u00ab\u00bb\u201c-\u201f\u2039\u203a\u05f4\u3008-\u300f\u301d-\u301f]', ' ', 'g'),
    '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+', ' ', 'g'));

-- Named voices that are called the same now and were not before: the later ones of them. No command makes such a pair.
ALTER TABLE "Source" ADD COLUMN "sharesName" BOOLEAN NOT NULL DEFAULT false;
DROP INDEX source_same_name;
UPDATE "Source" s SET "sharesName" = true
FROM (
  SELECT "id", row_number() OVER (PARTITION BY "projectId", "kind", name_key("name")
    ORDER BY "nameKey" <> name_key("name"), "createdAt", "id") AS "place"
  FROM "Source" WHERE "kind" IN ('PERSON', 'ORGANISATION', 'OUTLET') AND "mergedIntoId" IS NULL
) named
WHERE named."id" = s."id" AND named."place" > 1;
UPDATE "Source" SET "nameKey" = name_key("name") WHERE "nameKey" <> name_key("name");
CREATE UNIQUE INDEX source_same_name ON "Source" ("projectId", "kind", "nameKey")
  WHERE "kind" IN ('PERSON', 'ORGANISATION', 'OUTLET') AND "mergedIntoId" IS NULL AND NOT "sharesName";
CREATE INDEX source_shares_name ON "Source" ("projectId") WHERE "sharesName" AND "mergedIntoId" IS NULL;
REINDEX INDEX source_alias_trigram;

-- Of two events that are called the same now, the later one keeps the key that it had.
UPDATE "Event" e SET "titleKey" = name_key(e."title")
WHERE e."titleKey" <> name_key(e."title") AND NOT EXISTS (
  SELECT 1 FROM "Event" o WHERE o."projectId" = e."projectId" AND o."id" <> e."id" AND (o."titleKey" = name_key(e."title")
    OR name_key(o."title") = name_key(e."title") AND (o."createdAt", o."id") < (e."createdAt", e."id")));

-- By which folding a text's sentences were read; those of an earlier one are read anew in the background.
ALTER TABLE "TextReading" ADD COLUMN "folding" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Passage" ADD COLUMN "folding" INTEGER NOT NULL DEFAULT 1;
