"""What a page says, read from its mark-up: tables as rows of texts, and other texts."""

from html.parser import HTMLParser

CELLS = ("td", "th")


class _Tables(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tables, self.depth = [], 0

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in CELLS:
            self.tables[-1][-1].append("")
            self.depth += 1

    def handle_endtag(self, tag):
        if tag in CELLS:
            self.depth -= 1

    def handle_data(self, data):
        if self.depth:
            self.tables[-1][-1][-1] += f" {data}"


class _Texts(HTMLParser):
    def __init__(self, name):
        super().__init__()
        self.name, self.found, self.open = name, [], ""

    def handle_starttag(self, tag, attrs):
        if not self.open and dict(attrs).get("class") == self.name:
            self.open = tag
            self.found.append("")

    def handle_endtag(self, tag):
        if tag == self.open:
            self.open = ""

    def handle_data(self, data):
        if self.open:
            self.found[-1] += f" {data}"


def texts(response, name):
    """The text of each element of this class (that holds no element of its own kind), the space evened out."""
    parser = _Texts(name)
    parser.feed(response.content.decode())
    return [" ".join(text.split()) for text in parser.found]


def tables(response):
    """Each table of the page as a list of rows of cells, the space in the texts evened out."""
    parser = _Tables()
    parser.feed(response.content.decode())
    return [[[" ".join(cell.split()) for cell in row] for row in table] for table in parser.tables]
