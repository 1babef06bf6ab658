"""From a picture to an SVG file: measured text, lines and boxes, and a last pass that lets nothing else through.

This room knows fonts, colours and how the layout engine is started.  It does not know what an argument is.

What things look like:
  styles             sizes, colours, outlines and signs of cards and text; how each line is drawn, by what it says
  picture_heading    title, links, and the legend: what the signs of a picture mean

Maps of an argument, which the layout engine places:
  argument_map       draws one: DOT, the engine, and the SVG that people open
  dot                the map in DOT, and where each line arrives, undercuts below the premises
  dot_labels         its cards, headings and legend in DOT
  packing            in which column each tree stands
  engine             finds and starts Graphviz

All other pictures, which argmap places itself, save the crux map:
  placed_pictures    draws one
  table_parts        what tables of a comparison are drawn of: answers, heads, rules
  matrix_drawing     questions by texts
  agreement_drawing  every two texts
  timeline_drawing   statements along an axis of dates
  crux_drawing       questions that decide others, laid out by the engine
  table_drawing      tables of what was and is
  tree_drawing       trees of cards in columns: where each card stands, and the edges, dots and undercuts between them
  change_drawing     the picture of a difference
  card_shapes        how a card looks, and how high it is

For both:
  svg_shapes         boxes, lines, heads and text as SVG
  svg_document       the file around them, and which elements it may have
  text_lines         how wide text is, and breaking it into lines
  stamp              what a drawing was made from and by
"""
