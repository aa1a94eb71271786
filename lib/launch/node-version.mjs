import { readFileSync } from 'node:fs'
import { LaunchError } from './launch-error.mjs'
import { inRoot } from './places.mjs'

const numbers = (version) => version.split('.').map(Number)

/** True when a Node version ('20.20.2') lies in a range of the kind that package.json states: '^20.19.0 || >=24.0.0'. */
export function satisfies(version, range) {
  const [major, minor] = numbers(version)
  return range.split('||').some((part) => {
    const [, sign, wanted] = /^\s*(\^|>=)([\d.]+)\s*$/.exec(part)
    const [wantedMajor, wantedMinor] = numbers(wanted)
    return (major === wantedMajor && minor >= wantedMinor) || (sign === '>=' && major > wantedMajor)
  })
}

/** LaunchError when Recoupe does not run on this Node. */
export function checkNode(found = process.versions.node) {
  const wanted = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).engines.node
  if (!satisfies(found, wanted)) throw new LaunchError('nodeTooOld', { wanted, found })
}
