"""Regular expressions: from a tree to a program, and its machine.

The machine tries one way through the program and keeps the others on a stack of its own, so that neither the length of
a text nor the depth of a pattern meets the recursion limit. The slots hold first the starts and ends of groups, then
the number of the group that ended last, then counters of loops.
"""

from _regex_parser import MANY, Table, _is_word

# What an instruction does. Those that read one character or text come first: most are of these kinds.
(
    SET, TEXT, SAVE_START, SAVE_END, STAR, STAR_LAZY, STAR_POSSESSIVE, SPLIT, JUMP, LOOP_BEGIN, LOOP, ENTER, AT, BACK, LOOK,
    ATOMIC, CONDITION, MATCH,
) = range(18)


class Program:
    """The instructions of one pattern."""

    def __init__(self, tree, n_groups, width):
        self.code = []
        self.n_groups = n_groups
        self.last = 2 * n_groups
        self.n_slots = 2 * n_groups + 1
        self._width = width
        self._emit(tree)
        self.code.append((MATCH,))
        self.prefix = _prefix(tree)
        self.first = None if self.prefix else _first(tree)
        self.is_anchored = _leading(tree) == ("at", "start")

    def _emit(self, node):
        getattr(self, "_emit_" + node[0])(*node[1:])

    def _emit_set(self, table):
        self.code.append((SET, table))

    def _emit_text(self, text):
        self.code.append((TEXT, text, len(text)))

    def _emit_sequence(self, nodes):
        for node in nodes:
            self._emit(node)

    def _emit_group(self, number, node):
        self.code.append((SAVE_START, 2 * number - 2))
        self._emit(node)
        self.code.append((SAVE_END, 2 * number - 1, number))

    def _emit_branch(self, nodes):
        ends = []
        for node in nodes[:-1]:
            split = self._reserve()
            self._emit(node)
            ends.append(self._reserve())
            self.code[split] = (SPLIT, split + 1, len(self.code))
        self._emit(nodes[-1])
        for end in ends:
            self.code[end] = (JUMP, len(self.code))

    def _reserve(self):
        self.code.append(None)
        return len(self.code) - 1

    def _emit_repeat(self, node, least, most, kind):
        if node[0] == "text" and len(node[1]) == 1:
            letter = node[1]
            node = ("set", Table(lambda c: c == letter))
        if node[0] == "set":
            op = {"greedy": STAR, "lazy": STAR_LAZY, "possessive": STAR_POSSESSIVE}[kind]
            self.code.append((op, node[1], least, most))
            return
        if kind == "possessive":
            self._emit_atomic(("repeat", node, least, most, "greedy"))
            return
        if (least, most) == (0, 1):
            split = self._reserve()
            self._emit(node)
            end = len(self.code)
            self.code[split] = (SPLIT, split + 1, end) if kind == "greedy" else (SPLIT, end, split + 1)
            return
        counter = self.n_slots
        self.n_slots += 2
        self.code.append((LOOP_BEGIN, counter))
        loop = self._reserve()
        self.code.append((ENTER, counter))
        self._emit(node)
        self.code.append((JUMP, loop))
        self.code[loop] = (LOOP, counter, least, most, kind == "greedy", len(self.code))

    def _emit_at(self, sign):
        self.code.append((AT, _SIGNS[sign]))

    def _emit_back(self, number, ignores_case):
        self.code.append((BACK, 2 * number - 2, ignores_case))

    def _emit_look(self, is_ahead, is_negated, node):
        here = self._reserve()
        self._emit(node)
        self.code.append((MATCH,))
        back = 0 if is_ahead else self._width(node)[0]
        self.code[here] = (LOOK, back, is_negated, len(self.code))

    def _emit_atomic(self, node):
        here = self._reserve()
        self._emit(node)
        self.code.append((MATCH,))
        self.code[here] = (ATOMIC, len(self.code))

    def _emit_condition(self, number, yes, no):
        here = self._reserve()
        self._emit(yes)
        end = self._reserve()
        self.code[here] = (CONDITION, 2 * number - 1, len(self.code))
        self._emit(no)
        self.code[end] = (JUMP, len(self.code))


def _leading(node):
    """The first simple node of a tree."""
    while node[0] in ("sequence", "group"):
        inside = node[-1]
        if node[0] == "sequence":
            if not inside:
                return None
            inside = inside[0]
        node = inside
    return node


def _prefix(tree):
    """The text with which every match begins; may be empty."""
    node = _leading(tree)
    return node[1] if node and node[0] == "text" else ""


def _first(tree):
    """The table of what every match begins with, if it is simple enough."""
    node = _leading(tree)
    if node and node[0] == "repeat" and node[2] > 0:
        node = _leading(node[1])
    return node[1] if node and node[0] == "set" else None


def _at_boundary(is_word):
    def test(text, at, end):
        before = at > 0 and is_word(text[at - 1])
        return before != (at < end and is_word(text[at]))

    return test


def _not(test):
    return lambda text, at, end: not test(text, at, end)


_boundary = _at_boundary(_is_word)
_ascii_boundary = _at_boundary(lambda c: c.isascii() and _is_word(c))
_SIGNS = {
    "start": lambda text, at, end: at == 0,
    "line start": lambda text, at, end: at == 0 or text[at - 1] == "\n",
    "end": lambda text, at, end: at == end or at == end - 1 and text[at] == "\n",
    "line end": lambda text, at, end: at == end or text[at] == "\n",
    "very end": lambda text, at, end: at == end,
    "boundary": _boundary,
    "no boundary": _not(_boundary),
    "ascii boundary": _ascii_boundary,
    "ascii no boundary": _not(_ascii_boundary),
}


def search(program, text, start, end, is_full=False):
    """The slots of the first match at or after a place, with its start and end; or `None`."""
    prefix, first = program.prefix, program.first
    at = start
    while at <= end:
        if prefix:
            at = text.find(prefix, at, end)
            if at < 0:
                return None
        elif first is not None:
            while at < end and not first[text[at]]:
                at += 1
            if at >= end:
                return None
        found = match(program, text, at, end, is_full)
        if found is not None:
            return found
        if program.is_anchored:
            return None
        at += 1
    return None


def match(program, text, start, end, is_full=False, not_empty=False):
    """The same for a match that begins exactly at a place."""
    slots = [-1] * program.n_slots
    stop = _run(program.code, program.last, slots, text, 0, start, end, is_full, start if not_empty else -1)
    if stop < 0:
        return None
    return slots, start, stop


def _same(text, other, ignores_case):
    return text == other or ignores_case and text.lower() == other.lower()


def _run(code, last, slots, text, ip, at, end, is_full, forbidden):
    """Runs from an instruction at a place of the text; where the match ends, or -1.

    The stack holds `(ip, at)` for another way, `(slot, value, None)` for a slot to restore, and
    `(ip, low, high, step)` for a repetition that can give characters back (-1) or take more (1).
    """
    stack = []
    push = stack.append
    while True:
        step = code[ip]
        op = step[0]
        is_good = True
        if op == SET:
            is_good = at < end and step[1][text[at]]
            at += 1
            ip += 1
        elif op == TEXT:
            is_good = text.startswith(step[1], at, end)
            at += step[2]
            ip += 1
        elif op == SAVE_START:
            push((step[1], slots[step[1]], None))
            # The end goes last: until then the group's earlier match counts.
            slots[step[1]] = at
            ip += 1
        elif op == SAVE_END:
            push((step[1], slots[step[1]], None))
            push((last, slots[last], None))
            slots[step[1]] = at
            slots[last] = step[2]
            ip += 1
        elif op == STAR or op == STAR_POSSESSIVE or op == STAR_LAZY:
            table, least = step[1], step[2]
            limit = at + (least if op == STAR_LAZY else step[3])
            stop = at
            limit = min(limit, end)
            while stop < limit and table[text[stop]]:
                stop += 1
            ip += 1
            if stop < at + least:
                is_good = False
            elif op == STAR_LAZY:
                push((ip, stop, min(at + step[3], end), 1, table))
                at = stop
            else:
                if op == STAR and stop > at + least:
                    push((ip, at + least, stop - 1, -1, table))
                at = stop
        elif op == SPLIT:
            push((step[2], at))
            ip = step[1]
        elif op == JUMP:
            ip = step[1]
        elif op == LOOP_BEGIN:
            counter = step[1]
            push((counter, slots[counter], None))
            push((counter + 1, slots[counter + 1], None))
            slots[counter] = 0
            slots[counter + 1] = -1
            ip += 1
        elif op == LOOP:
            counter = step[1]
            count = slots[counter]
            if count < step[2]:
                ip += 1
            elif count < step[3] and at != slots[counter + 1]:
                if step[4]:
                    push((step[5], at))
                    ip += 1
                else:
                    push((ip + 1, at))
                    ip = step[5]
            else:
                ip = step[5]
        elif op == ENTER:
            counter = step[1]
            push((counter, slots[counter], None))
            push((counter + 1, slots[counter + 1], None))
            slots[counter] += 1
            slots[counter + 1] = at
            ip += 1
        elif op == AT:
            is_good = step[1](text, at, end)
            ip += 1
        elif op == BACK:
            low, high = slots[step[1]], slots[step[1] + 1]
            if low < 0 or high < 0:
                is_good = False
            else:
                stop = at + high - low
                is_good = stop <= end and _same(text[low:high], text[at:stop], step[2])
                at = stop
            ip += 1
        elif op == LOOK:
            before = slots[:]
            from_ = at - step[1]
            found = from_ >= 0 and _run(code, last, slots, text, ip + 1, from_, at if step[1] else end, False, -1) >= 0
            is_good = found != bool(step[2])
            if step[2] or not is_good:
                slots[:] = before
            else:
                _push_changes(push, before, slots)
            ip = step[3]
        elif op == ATOMIC:
            before = slots[:]
            at = _run(code, last, slots, text, ip + 1, at, end, False, -1)
            is_good = at >= 0
            if is_good:
                _push_changes(push, before, slots)
            else:
                slots[:] = before
            ip = step[1]
        elif op == CONDITION:
            ip = ip + 1 if slots[step[1]] >= 0 else step[2]
        else:
            if (not is_full or at == end) and at != forbidden:
                return at
            is_good = False
        if is_good:
            continue
        # Back to the last choice.
        while True:
            if not stack:
                return -1
            entry = stack.pop()
            if len(entry) == 3:
                slots[entry[0]] = entry[1]
                continue
            if len(entry) == 2:
                ip, at = entry
                break
            ip, low, high, step, table = entry
            if step < 0:
                at = high
                if low < high:
                    push((ip, low, high - 1, -1, table))
                break
            if low < high and table[text[low]]:
                at = low + 1
                push((ip, at, high, 1, table))
                break


def _push_changes(push, before, slots):
    for slot, value in enumerate(before):
        if value != slots[slot]:
            push((slot, value, None))
