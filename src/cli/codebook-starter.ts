// The files of a new codebook, as `chancery codebook new` writes them: small, commented, and with examples that hold.

/** File names inside the folder, and their texts. `name` names the event file. */
export function starter(name: string): readonly (readonly [file: string, text: string])[] {
  return [
    [`events/${name}.txt`, EVENTS],
    ['classes.txt', CLASSES],
  ];
}

const EVENTS = `# A codebook of one's own, read on top of the one that comes with Chancery.
# "chancery codebook check FOLDER" looks for faults and runs the examples below.
#
# A file opens with a PLOVER type; more types may follow. Below it, a heading gives the CAMEO code, and if wanted the mode, "reciprocal",
# "bare" (coded even when no actor is named) and "context=economic,legal". Patterns stand under their heading:
#   verb:  first the subject, then the verb, then the rest.  noun:  first the noun.  adj:  the subject, then the adjective or adverb.
#   S source, T target, P parties of something done together; T! must be a known actor; _ any subject.
#   a|b either word;  {class} any word of a list (classes.txt here, or ours);  to|for T  behind one of these prepositions;
#   (...) may be missing;  ";" parts patterns on one line. Words are base forms: "close", not "closed".

type COERCE

[163 restrict context=economic]
verb: S close|shut|block {waterway} (to|for|against T)
noun: closure of {waterway} (to|for|by T)
yes: Iran closed the strait to Iraqi ships. | Iran > Iraqi ships
no: The company closed its shops in Iraq.
`;

const CLASSES = `# Lists of words that the patterns use in braces. A list with the name of one of ours takes its place;
# "sanction = {sanction}, delisting" keeps ours and adds a word.

waterway = strait, canal, sea lane, shipping lane, port, harbour, harbor, waterway, airspace
`;
