import robotsParser from 'robots-parser'

/** Under which name a site's robots.txt can speak to Recoupe. */
const ROBOT = 'Recoupe'

// No rule that means something is longer; and matching takes as many steps as rule and path are long.
const LONGEST_LINE = 1000

/** Whether a site's robots.txt lets this page be fetched. */
export function isAllowedByRobots(robotsUrl: string, text: string, url: string): boolean {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.length <= LONGEST_LINE)
  return robotsParser(robotsUrl, lines.join('\n')).isAllowed(url, ROBOT) !== false
}
