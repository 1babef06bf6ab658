"""From a picture to an SVG file: measured text, lines and boxes, and a last pass that lets nothing else through.

This room knows fonts, colours and how the layout engine is started.  It does not know what an argument is.

What things look like:
  styles             sizes and colours; how each relation (support, exception, undercut ...) and each card looks
  heading            what stands above every picture: title, lines, legend
  legend             the legend of an outline

Outlines, which the layout engine places:
  drawing            draws any picture, and says what it was made from
  outline_drawing    an outline: heading, cards, and the edges between them
  outline_cards      how a row looks, and how high it is
  outline_dot        cards and junctions in DOT, and where the engine placed them
  butterfly_drawing  two outlines side by side, with the verdict above them
  graph_drawing      the same cards as a graph: edges, linked premises and undercuts as the engine draws them
  engine             finds and starts Graphviz

Pictures of a whole comparison, which argmap places itself, save the crux map:
  table_parts        what tables of a comparison are drawn of: answers, heads, rules
  matrix_drawing     questions by texts
  agreement_drawing  every two texts
  timeline_drawing   statements along an axis of dates
  crux_drawing       questions that decide others, laid out by the engine

For all:
  svg_text           text, boxes and lines at given places
  svg_document       the file around them, and which elements it may have
  text_lines         how wide text is, and breaking it into lines
  stamp              what a drawing was made from and by
"""
