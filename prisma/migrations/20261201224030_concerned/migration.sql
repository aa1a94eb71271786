-- AlterEnum: a person says that a denial comes from those concerned.
ALTER TYPE "OriginDecisionKind" ADD VALUE 'CONCERNED';

-- Two accounts where they are said to be one; none beside it where one is said to be the denial of the one concerned.
ALTER TABLE "OriginDecision" DROP CONSTRAINT origin_decision_of_two;
ALTER TABLE "OriginDecision" ADD CONSTRAINT origin_decision_of_two CHECK (
  "otherAccountId" <> "accountId" AND ("kind" <> 'SAME' OR "otherAccountId" IS NOT NULL)
  AND ("kind" IN ('SAME', 'DIFFERENT') OR "otherAccountId" IS NULL));
