-- A date in the world may be known to the hour or the minute; a population may be an armed group.
ALTER TYPE "DatePrecision" ADD VALUE 'MINUTE' BEFORE 'DAY';
ALTER TYPE "DatePrecision" ADD VALUE 'HOUR' BEFORE 'DAY';
ALTER TYPE "FigurePopulation" ADD VALUE 'ARMED_GROUP' BEFORE 'NOT_STATED';
