"""A file of each format that holds a graph of claims, with every construct of it; none is anybody else's."""

import json
from io import BytesIO
from zipfile import ZipFile

ARGUEBUF = {
    "schemaVersion": 1,
    "nodes": {
        "a1": {
            "atom": {
                "text": "Trams should be built.",
                "participant": "p1",
                "reference": {"resource": "r", "offset": 2, "text": "Trams should be built."},
            }
        },
        "a2": {"atom": {"text": "They are quiet.", "participant": "p1"}},
        "a3": {"atom": {"text": "They cost a lot.", "participant": "p2"}},
        "a4": {"atom": {"text": "Nobody counted.", "participant": "p2"}},
        "a5": {"atom": {"text": "Quiet towns thrive.", "participant": "p2"}},
        "s1": {"scheme": {"support": "SUPPORT_EXPERT_OPINION"}},
        "s2": {"scheme": {"attack": "ATTACK_DEFAULT"}},
        "s3": {"scheme": {"attack": "ATTACK_DEFAULT"}},
        "s4": {"scheme": {"support": "SUPPORT_DEFAULT"}},
    },
    "edges": {
        "e1": {"source": "a2", "target": "s1"},
        "e2": {"source": "s1", "target": "a1"},
        "e3": {"source": "a3", "target": "s2"},
        "e4": {"source": "s2", "target": "a1"},
        "e5": {"source": "a4", "target": "s3"},
        "e6": {"source": "s3", "target": "s1"},
        "e7": {"source": "a5", "target": "s4"},
        "e8": {"source": "s4", "target": "a1"},
    },
    "participants": {"p1": {"name": "Ann"}, "p2": {"name": "Bob"}},
    "resources": {"r": {"text": "\U0001f60a\nTrams should be built.\n", "title": "Minutes"}},
    "majorClaim": "a1",
}
SADFACE = {
    "metadata": {"core": {"analyst_name": "Eve", "title": "Trams", "notes": "A sketch.", "version": "0.2"}},
    "resources": [{"id": "r", "type": "text", "content": "So.\nTrams should be built."}],
    "nodes": [
        {
            "id": "a1",
            "type": "atom",
            "text": "Trams should be built.",
            "sources": [{"resource_id": "r", "text": "Trams should be built.", "offset": 4, "length": 22}],
        },
        {"id": "a2", "type": "atom", "text": "They are quiet.", "sources": []},
        {"id": "a3", "type": "atom", "text": "Quiet is good.", "sources": []},
        {"id": "a4", "type": "atom", "text": "They squeak.", "sources": []},
        {"id": "s1", "type": "scheme", "name": "support"},
        {"id": "s2", "type": "scheme", "name": "conflict"},
    ],
    "edges": [
        {"id": "e1", "source_id": "a2", "target_id": "s1"},
        {"id": "e2", "source_id": "a3", "target_id": "s1"},
        {"id": "e3", "source_id": "s1", "target_id": "a1"},
        {"id": "e4", "source_id": "a4", "target_id": "s2"},
        {"id": "e5", "source_id": "s2", "target_id": "a2"},
    ],
}
ARGGRAPH = """<?xml version='1.0' encoding='UTF-8'?>
<arggraph id="trams_1" topic_id="trams" stance="pro">
  <edu id="e1"><![CDATA[Trams do cost a lot,]]></edu>
  <edu id="e2"><![CDATA[but buses cost more]]></edu>
  <edu id="e3"><![CDATA[over the years.]]></edu>
  <edu id="e4"><![CDATA[So trams should be built!]]></edu>
  <edu id="e5"><![CDATA[Ours is an example.]]></edu>
  <edu id="e6"><![CDATA[Nobody has bus drivers, either.]]></edu>
  <joint id="j1"/>
  <adu id="a1" type="opp"/>
  <adu id="a2" type="pro"/>
  <adu id="a3" type="pro"/>
  <adu id="a4" type="pro"/>
  <adu id="a5" type="pro"/>
  <edge id="c6" src="e1" trg="a1" type="seg"/>
  <edge id="c7" src="e2" trg="j1" type="seg"/>
  <edge id="c8" src="e3" trg="j1" type="seg"/>
  <edge id="c9" src="j1" trg="a2" type="seg"/>
  <edge id="c10" src="e4" trg="a3" type="seg"/>
  <edge id="c11" src="e5" trg="a4" type="seg"/>
  <edge id="c12" src="e6" trg="a5" type="seg"/>
  <edge id="c1" src="a1" trg="a3" type="reb"/>
  <edge id="c2" src="a2" trg="c1" type="und"/>
  <edge id="c3" src="a5" trg="c2" type="add"/>
  <edge id="c4" src="a4" trg="a3" type="exa"/>
</arggraph>
"""
ARGUNET = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:arg="http://www.argunet.org/xml/argml">
  <data key="d0"><arg:map><arg:mapTitle>All of it</arg:mapTitle>
    <arg:debate><arg:title>Trams</arg:title></arg:debate></arg:map></data>
  <graph id="G">
    <node id="n1" yfiles.foldertype="group">
      <data key="d2"><arg:group id="9"><arg:title>Noise</arg:title></arg:group></data>
      <graph id="n1:">
        <node id="n1::n1"><data key="d2"><arg:argument id="2">
          <arg:title>Quiet</arg:title><arg:description>They are quiet.</arg:description>
          <arg:proposition id="21" index="1" type="premise">
            <arg:content>Trams are quiet.</arg:content></arg:proposition>
          <arg:proposition id="22" index="2" type="premise">
            <arg:content>Quiet is good.</arg:content></arg:proposition>
          <arg:proposition id="23" index="3" pattern="From 1-2" type="prelimary-conclusion">
            <arg:content>Trams are good.</arg:content></arg:proposition>
          <arg:proposition id="11" index="4" pattern="From 3" type="conclusion">
            <arg:content>Trams should be built.</arg:content></arg:proposition>
        </arg:argument></data></node>
        <node id="n1::n2"><data key="d2"><arg:argument id="3"><arg:title>Squeak</arg:title>
          <arg:description>They squeak in bends.</arg:description></arg:argument></data></node>
      </graph>
    </node>
    <node id="n0"><data key="d2"><arg:thesis id="1"><arg:title>Build</arg:title>
      <arg:proposition id="11" type="premise"><arg:content>Trams should be built.</arg:content></arg:proposition>
    </arg:thesis></data></node>
    <edge id="e0" source="n1::n1" target="n0"><data key="d4"><arg:edge sourceNodeId="2" sourcePropositionId="11"
      targetNodeId="1" targetPropositionId="11" type="support"/></data></edge>
    <edge id="e1" source="n1::n2" target="n1::n1"><data key="d4"><arg:edge sourceNodeId="3" targetNodeId="2"
      targetPropositionId="21" type="sketchedAttack"/></data></edge>
  </graph>
</graphml>
"""
RATIONALE = """#Rationale Version 130.54
import Rationale
#-- End of Prelude --
map0_0 = Create("Claim")
SetText("Trams should be \\"built\\".")
map0_10 = CreateChild(map0_0, "CompoundReason")
map0_20 = CreateChild(map0_10, "Claim")
SetText("Trams are quiet.")
map0_30 = CreateChild(map0_10, "Claim")
SetText("Quiet is good.")
map0_40 = CreateChild(map0_10, "Inference")
map0_50 = CreateChild(map0_40, "CompoundObjection")
map0_60 = CreateChild(map0_50, "Claim")
SetText("Quiet is dangerous.")
map0_70 = CreateChild(map0_0, "Objection")
SetText("They cost a lot.")
map0_80 = CreateChild(map0_70, "Objection")
SetText("Roads do, too.")
map1_0 = Create("Note")
SetText("Ask Ann.")
GetFernViews()
"""
CARNEADES = """meta:
  title: Trams
  source: >
    The minutes
    of May.
statements:
  build: Trams should be built.
  quiet:
    text: "Trams are quiet."
    assumed: true
  good: Quiet is good.
  squeak: 'They squeak.'
  ¬app(a1): ¬app(a1)
arguments:
  a1:
    scheme: practical
    conclusion: build
    premises: [quiet, good]
    undercutter: ¬app(a1)
  a2:
    conclusion: ¬app(a1)
    premises:
      minor: squeak
assumptions: [good]
tests:
  in: [build]
"""
CAF = """<?xml version="1.0"?>
<caf version="1.3">
  <metadata creator="Eve" title="Trams">
    <descriptions><description lang="en">A sketch.</description></descriptions></metadata>
  <statements>
    <statement id="s1" main="true"><descriptions><description lang="en">Trams should be built.</description>
      <description lang="de">Trams sollten gebaut werden.</description></descriptions></statement>
    <statement id="s2"><descriptions><description lang="en">Trams are loud.</description></descriptions></statement>
    <statement id="s3"><descriptions><description lang="en">Quiet is good.</description></descriptions></statement>
    <statement id="s4"><descriptions><description lang="en">They cost a lot.</description></descriptions></statement>
  </statements>
  <arguments>
    <argument id="a1" pro="true"><conclusion statement="s1"/><premises>
      <premise statement="s2" positive="false" implicit="false"/>
      <premise statement="s3" positive="true" implicit="true"/></premises></argument>
    <argument id="a2" pro="false"><conclusion statement="s1"/><premises>
      <premise statement="s4" positive="true"/></premises></argument>
  </arguments>
</caf>
"""
QDE = """<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Trams">
  <Users><User guid="u1" name="Eve"/></Users>
  <CodeBook><Codes><Code guid="c1" name="Noise"><Code guid="c2" name="Squeaking"/></Code></Codes></CodeBook>
  <Sources>
    <TextSource guid="s1" name="Interview 1" plainTextPath="internal://s1.txt">
      <PlainTextSelection guid="p1" startPosition="6" endPosition="28" creatingUser="u1">
        <Coding guid="k1" creatingUser="u1"><CodeRef targetGUID="c2"/></Coding></PlainTextSelection>
      <PlainTextSelection guid="p2" startPosition="900" endPosition="910"/>
    </TextSource>
    <PDFSource guid="s2" name="A plan"/>
  </Sources>
</Project>
"""
INTERVIEW = "Well,\nthe tram squeaks a lot.\n"


def project_archive(qde: str = QDE, **texts: str) -> bytes:
    """A project as an archive."""
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        archive.writestr("project.qde", qde)
        for name, text in (texts or {"s1": INTERVIEW}).items():
            archive.writestr(f"sources/{name}.txt", text)
    return whole.getvalue()


FILES: dict[str, list[bytes]] = {
    "arguebuf": [json.dumps(ARGUEBUF).encode()],
    "sadface": [json.dumps(SADFACE).encode()],
    "arggraph": [ARGGRAPH.encode()],
    "argunet": [ARGUNET.encode()],
    "rationale": [RATIONALE.encode()],
    "carneades": [CARNEADES.encode(), CAF.encode()],
    "refi-qda": [project_archive(), QDE.encode()],
}
"""By format, files of it."""
