"""The codes of family G0: what can be wrong with a file before its content is looked at."""

from guidegen.diagnostics import fault

UNREADABLE = fault(
    "G001",
    "unreadable-file",
    """
    Let the account that runs guidegen read the file.

    Why: a record that cannot be read would vanish from the site without a word.
    Bad: a file without read permission, or a folder named like a record.
    Good: an ordinary file that you can open in an editor.
    """,
)
TOO_LARGE = fault(
    "G002",
    "file-too-large",
    """
    Keep a record under 256 KB; the longest real one has less than a tenth of that.

    Why: a file of megabytes is a mistake or an attack, and would slow every build.
    Bad: a dump of a whole web page pasted into `note`.
    Good: one short sentence with its source.
    """,
)
NOT_UTF8 = fault(
    "G003",
    "not-utf-8",
    """
    Save the file as UTF-8; every editor has it in its “Save as” window.

    Why: in another encoding, Chinese names and currency signs turn into other letters.
    Bad: a file saved as GBK or Latin-1.
    Good: a file saved as UTF-8 without a byte order mark.
    """,
)
NUL = fault(
    "G004",
    "nul-character",
    """
    Remove the NUL character, or save the file as UTF-8 instead of UTF-16.

    Why: text never holds U+0000; it means a wrong encoding or a broken file.
    Bad: a file saved as “Unicode” (UTF-16) by an old editor.
    Good: a file saved as UTF-8.
    """,
)
BOM = fault(
    "G005",
    "byte-order-mark",
    """
    Save the file as “UTF-8”, not “UTF-8 with BOM”.

    Why: the invisible first character becomes part of the first key in some tools.
    Bad: U+FEFF before `name:`.
    Good: `name:` as the very first characters.
    """,
)
LINE_ENDS = fault(
    "G006",
    "line-ends",
    """
    Save the file with LF line ends (“Unix”); editors show this in their bottom bar.

    Why: the same record would have other bytes on another machine, and rebuild for nothing.
    Bad: lines that end with CR LF (“Windows”).
    Good: lines that end with LF.
    """,
)
INVISIBLE = fault(
    "G007",
    "invisible-character",
    """
    Delete the character; typing the word again is the surest way.

    Why: nobody can see it, yet it can hide an address, turn a number round or split a code.
    Bad: a zero-width space inside `*100#`, or a right-to-left override in a name.
    Good: the same text, typed by hand.
    """,
)
SYNTAX = fault(
    "G008",
    "yaml-syntax",
    """
    Make the line valid YAML: `key: value`, two spaces for each level, quotes round special characters.

    Why: what cannot be read cannot be checked.
    Bad: `title: Top up: how` (a second colon with a space needs quotes).
    Good: `title: "Top up: how"`
    """,
)
TAB = fault(
    "G009",
    "tab",
    """
    Use spaces; two for each level.

    Why: YAML does not allow tabs for indenting, and editors show them at different widths.
    Bad: a tab before `code:`.
    Good: two spaces before `code:`.
    """,
)
UNQUOTED_CODE = fault(
    "G010",
    "unquoted-code",
    """
    Put the code in double quotes.

    Why: without quotes YAML reads `*` as an alias and `#` as the start of a comment, and the code is lost.
    Bad: `code: *100#`
    Good: `code: "*100#"`
    """,
)
DUPLICATE_KEY = fault(
    "G011",
    "duplicate-key",
    """
    Keep one of the two; where both are true, write a list or a second block.

    Why: YAML keeps the last one without a word, and a fact is lost.
    Bad: `fee: none` and, four lines below in the same block, `fee: 1`.
    Good: one `fee:` in each block.
    """,
)
REFERENCE = fault(
    "G012",
    "anchor-alias-tag",
    """
    Write the value itself; put quotes round it if it begins with `&`, `*` or `!`.

    Why: anchors, aliases and tags make one line depend on another, and a small file can grow without end.
    Bad: `source: &here gg-43430` and later `source: *here`.
    Good: `source: gg-43430` both times.
    """,
)
TOO_DEEP = fault(
    "G013",
    "nested-too-deep",
    """
    Take a level away; a record never needs more than 20.

    Why: nesting that deep is a mistake or an attack.
    Bad: `[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]`
    Good: `[1]`
    """,
)
TOO_LONG = fault(
    "G031",
    "value-too-long",
    """
    Shorten the value; no value or key of a record has more than 1,000 characters.

    Why: a record holds facts, one short sentence each; more is a mistake or an attack, and slows every rule.
    Bad: a page of text pasted into `note`.
    Good: `note: {en: Keep the receipt., zh: 保留小票。}`
    """,
)
TOO_MANY_ENTRIES = fault(
    "G032",
    "too-many-entries",
    """
    Take entries away; a record never needs more than 10,000 values, lists, blocks and keys together.

    Why: the longest real record has 700; so many are a mistake or an attack, and slow every build.
    Bad: a list of every shop in the country under `places`.
    Good: `places: [supermarkets, petrol stations]`
    """,
)
TOO_MANY_FINDINGS = fault(
    "G033",
    "too-many-findings",
    """
    Mend what is reported and check again; of one file, 200 findings are shown at once.

    Why: nobody reads more, and most of them follow from the first: a wrong indent, a file of another kind.
    Bad: a record of another program, with a thousand fields that guidegen does not know.
    Good: a record copied from one that is like it.
    """,
)
EMPTY = fault(
    "G014",
    "empty-file",
    """
    Write a record into the file, or delete it.

    Why: an empty record says nothing, and a guide made from it would say less.
    Bad: a file that holds only comments.
    Good: a file that begins with `name:`.
    """,
)
ONE_DOCUMENT = fault(
    "G015",
    "one-document",
    """
    Keep one record in a file; remove the line `---`.

    Why: the path is the id of the record, so a second one has no name.
    Bad: two records with `---` between them.
    Good: two files.
    """,
)
LINK_OUT = fault(
    "G016",
    "link-out-of-tree",
    """
    Put the file itself into the folder.

    Why: a link out of the tree would publish whatever it points to, and breaks on the next machine.
    Bad: `gb/giffgaff.yaml` as a symbolic link to a file in your home folder.
    Good: `gb/giffgaff.yaml` as an ordinary file.
    """,
)
NO_RECORDS = fault(
    "G017",
    "no-records",
    """
    Name the folder that holds the country folders, for example `--carriers carriers`.

    Why: an empty folder would publish an empty site over a good one.
    Bad: `guidegen build --carriers carrier` (the folder is named `carriers`).
    Good: `guidegen build --carriers carriers`
    """,
)
BAD_NAME = fault(
    "G018",
    "file-name",
    """
    Name the file `<country>/<carrier>.yaml`, in small letters, digits and hyphens.

    Why: the path is the id of the record and the address of the guide.
    Bad: `carriers/GB/Giff Gaff.yml`
    Good: `carriers/gb/giffgaff.yaml`
    """,
)
WIDE_SIGN = fault(
    "G019",
    "wide-sign",
    """
    Type quotation marks and commas on an English keyboard, or switch the smart quotes of the editor off.

    Why: YAML takes the signs of a Chinese keyboard or a word processor for letters: they would be printed, and
    two items would be one.
    Bad: `number: “43430”` and `payment: [cash，debit_card]`
    Good: `number: "43430"` and `payment: [cash, debit_card]`
    """,
)
