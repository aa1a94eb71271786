-- CreateTable
CREATE TABLE "ClaimHint" (
    "projectId" UUID NOT NULL,
    "hint" TEXT NOT NULL,
    "claimId" UUID NOT NULL,

    CONSTRAINT "ClaimHint_pkey" PRIMARY KEY ("projectId","hint","claimId")
);

-- CreateIndex
CREATE INDEX "ClaimHint_claimId_idx" ON "ClaimHint"("claimId");

-- CreateIndex
CREATE INDEX "Figure_projectId_eventId_measure_id_idx" ON "Figure"("projectId", "eventId", "measure", "id");

-- AddForeignKey
ALTER TABLE "ClaimHint" ADD CONSTRAINT "ClaimHint_projectId_claimId_fkey" FOREIGN KEY ("projectId", "claimId") REFERENCES "Claim"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- What a wording has in common with the same said otherwise, or in the other language: its numbers, in figures or in words, and what
-- is left of its longer words without accents, vowels, doubled letters and the plural's s ("talibans" and "Taliban", "attaque" and
-- "attack", "Kaboul" and "Kabul"). At most 40, linear in the wording.
CREATE FUNCTION claim_hints(wording text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH folded AS (
    SELECT regexp_replace(
      translate(lower(left(wording, 1000)), 'àâäáãåçéèêëíìîïñóòôöõúùûüýÿœæ', 'aaaaaaceeeeiiiinooooouuuuyyoa'),
      -- A group of thousands: one number.
      '(?<=\d)[ \u00a0\u202f.,''’](?=\d{3}(\D|$))', '', 'g') AS words
  ), tokens AS (
    SELECT DISTINCT token[1] AS token FROM folded, regexp_matches(folded.words, '[a-z0-9]+|[^\x01-\x7f\s\u00a0\u202f«»“”‘’…–—]+', 'g') AS token
  ), numbers(word, value) AS (VALUES
    ('deux', '2'), ('two', '2'), ('trois', '3'), ('three', '3'), ('quatre', '4'), ('four', '4'), ('cinq', '5'), ('five', '5'),
    ('six', '6'), ('sept', '7'), ('seven', '7'), ('huit', '8'), ('eight', '8'), ('neuf', '9'), ('nine', '9'), ('dix', '10'),
    ('ten', '10'), ('onze', '11'), ('eleven', '11'), ('douze', '12'), ('twelve', '12'), ('dozen', '12'), ('douzaine', '12'),
    ('treize', '13'), ('thirteen', '13'), ('quatorze', '14'), ('fourteen', '14'), ('quinze', '15'), ('fifteen', '15'),
    ('seize', '16'), ('sixteen', '16'), ('vingt', '20'), ('twenty', '20'), ('trente', '30'), ('thirty', '30'),
    ('quarante', '40'), ('forty', '40'), ('cinquante', '50'), ('fifty', '50'), ('soixante', '60'), ('sixty', '60'),
    ('cent', '100'), ('hundred', '100'), ('centaine', '100'), ('mille', '1000'), ('thousand', '1000'), ('millier', '1000')
  ), hints AS (
    SELECT CASE
      WHEN token ~ '^\d+$' THEN '#' || coalesce(nullif(ltrim(left(token, 20), '0'), ''), '0')
      WHEN value IS NOT NULL THEN '#' || value
      WHEN token !~ '^[a-z0-9]+$' THEN left(token, 20)
      WHEN length(token) >= 4 THEN regexp_replace(
        translate(regexp_replace(replace(replace(replace(left(token, 30), 'qu', 'k'), 'c', 'k'), 'ph', 'f'), '(.)\1+', '\1', 'g'),
          'aeiouyh', ''), '[sz]$', '')
    END AS hint
    FROM tokens LEFT JOIN numbers ON numbers.word = token
  )
  SELECT DISTINCT hint FROM hints WHERE length(hint) >= 2 ORDER BY hint LIMIT 40
$$;

CREATE FUNCTION keep_claim_hints() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW."wording", NEW."deletedAt" IS NULL) IS NOT DISTINCT FROM (OLD."wording", OLD."deletedAt" IS NULL) THEN
      RETURN NULL;
    END IF;
    DELETE FROM "ClaimHint" WHERE "claimId" = NEW."id";
  END IF;
  IF NEW."deletedAt" IS NULL THEN
    INSERT INTO "ClaimHint" ("projectId", "hint", "claimId")
    SELECT NEW."projectId", hint, NEW."id" FROM claim_hints(NEW."wording") AS hint;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER claim_hints AFTER INSERT OR UPDATE OF "wording", "deletedAt" ON "Claim"
  FOR EACH ROW EXECUTE FUNCTION keep_claim_hints();

-- They find their tables wherever they are called from.
DO $$
DECLARE
  own text;
BEGIN
  FOREACH own IN ARRAY ARRAY['claim_hints(text)', 'keep_claim_hints()'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, %I, pg_temp', own, current_schema());
  END LOOP;
END $$;

-- Claims that are there already: read here, and not touched.
INSERT INTO "ClaimHint" ("projectId", "hint", "claimId")
SELECT c."projectId", hint, c."id" FROM "Claim" c, claim_hints(c."wording") AS hint WHERE c."deletedAt" IS NULL;
