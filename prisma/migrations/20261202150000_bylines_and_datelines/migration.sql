-- Who wrote a text, and the place, date and agency at its head: what is read when it comes in, and set apart from it.
ALTER TABLE "Article" ADD COLUMN "byline" TEXT, ADD COLUMN "dateline" TEXT;
