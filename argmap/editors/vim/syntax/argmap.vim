" Made from the words of the language by `python -m argmap.editors.generated`: change nothing here.
if exists("b:current_syntax")
  finish
endif
syntax case match
syntax spell notoplevel
syntax sync minlines=100
syntax match argmapInStart11 /\v^[^ \t]/ nextgroup=@argmapInRest skipwhite
syntax match argmapInStart10 /\v^[^ \t,.():>|"“”]+/ nextgroup=@argmapInRest skipwhite
syntax match argmapInStart9 /\v^[ \t][^ \t]+/ nextgroup=@argmapInRest skipwhite
syntax match argmapInStart8 /\v^term\ze%([ \t,.():]|$)/ nextgroup=@argmapInTermToName skipwhite
syntax match argmapInStart7 /\v^section\ze%([ \t,.():]|$)/ nextgroup=@argmapInSection skipwhite
syntax match argmapInStart6 /\v^link\ze%([ \t,.():]|$)/ nextgroup=@argmapInLink skipwhite
syntax match argmapInStart5 /\v^issue\ze%([ \t,.():]|$)/ nextgroup=@argmapInIssueToName skipwhite
syntax match argmapInStart4 /\v^document\ze%([ \t,.():]|$)/ nextgroup=@argmapInDocumentToName skipwhite
syntax match argmapInStart3 /\v^denies\ze%([ \t,.():]|$)/ nextgroup=@argmapInDeniedClaim skipwhite
syntax match argmapInStart2 /\v^%(claims|doubts|endorses|implies|reports|supposes)\ze%([ \t,.():]|$)/ nextgroup=@argmapInClaim skipwhite
syntax match argmapInStart1 /\v^actor\ze%([ \t,.():]|$)/ nextgroup=@argmapInActorToName skipwhite
syntax match argmapInStart0 /\v^%(  )+/ nextgroup=@argmapInDeeper skipwhite
syntax cluster argmapInDeeper contains=argmapInDeeper0,argmapInDeeper1,argmapInDeeper2,argmapInDeeper3,argmapInDeeper4,argmapInDeeper5,argmapInDeeper6,argmapInDeeper7,argmapInDeeper8,argmapInDeeper9,argmapInDeeper10,argmapInDeeper11,argmapInDeeper12,argmapInDeeper13,argmapInDeeper14,argmapInDeeper15,argmapInDeeper16,argmapInDeeper17,argmapInDeeper18
syntax match argmapInDeeper18 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInDeeper17 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInDeeper16 /\vwas\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInIdsThatWere skipwhite
syntax match argmapInDeeper15 /\vthesis\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInAClaim skipwhite
syntax match argmapInDeeper14 /\vsure\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInANumberFrom0To1 skipwhite
syntax match argmapInDeeper13 /\vspeaks-for\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInAnActor skipwhite
syntax match argmapInDeeper12 /\vsilent\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInIssues skipwhite
syntax match argmapInDeeper11 /\vposition\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInPositionToName skipwhite
syntax match argmapInDeeper10 /\vorder\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInPositionsInAnOrder skipwhite
syntax match argmapInDeeper9 /\vlevel\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInALevel skipwhite
syntax match argmapInDeeper8 /\vkind\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInAKind skipwhite
syntax match argmapInDeeper7 /\v%(compatible|exhaustive)\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInPositions skipwhite
syntax match argmapInDeeper6 /\vchanges\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInYesOrNo skipwhite
syntax match argmapInDeeper5 /\vauthor\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInAuthorToName skipwhite
syntax match argmapInDeeper4 /\v%(at|step-at)\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInPlace skipwhite
syntax match argmapInDeeper3 /\v%(as-of|date|said|until)\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInADate skipwhite
syntax match argmapInDeeper2 /\vanswers\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInAnswers skipwhite
syntax match argmapInDeeper1 /\v%(and|because|despite|if|objection|only-if|undercut|unless)\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInStep skipwhite
syntax match argmapInDeeper0 /\v%(also|by|cites|language|note|publisher|short|source|step-note|tags|topic)\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInProse skipwhite
syntax cluster argmapInRest contains=argmapInRest0,argmapInRest1,argmapInRest2
syntax match argmapInRest2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInRest1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInRest0 /\v.+/ contained nextgroup=@argmapInRest skipwhite
syntax cluster argmapInClaim contains=argmapInClaim0,argmapInClaim1,argmapInClaim2,argmapInClaim3,argmapInClaim4,argmapInClaim5
syntax match argmapInClaim5 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInClaim4 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInClaim3 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInNamedClaim skipwhite
syntax match argmapInClaim2 /\v:/ contained nextgroup=@argmapInText skipwhite
syntax match argmapInClaim1 /\v[(]/ contained nextgroup=@argmapInStrengthOfClaim skipwhite
syntax match argmapInClaim0 /\vfrom\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInHoldersOfClaim skipwhite
syntax cluster argmapInNamedClaim contains=argmapInNamedClaim0,argmapInNamedClaim1,argmapInNamedClaim2,argmapInNamedClaim3,argmapInNamedClaim4
syntax match argmapInNamedClaim4 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedClaim3 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedClaim2 /\v:/ contained nextgroup=@argmapInText skipwhite
syntax match argmapInNamedClaim1 /\v[(]/ contained nextgroup=@argmapInStrengthOfClaim skipwhite
syntax match argmapInNamedClaim0 /\vfrom\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInHoldersOfClaim skipwhite
syntax cluster argmapInHoldersOfClaim contains=argmapInHoldersOfClaim0,argmapInHoldersOfClaim1,argmapInHoldersOfClaim2,argmapInHoldersOfClaim3,argmapInHoldersOfClaim4,argmapInHoldersOfClaim5,argmapInHoldersOfClaim6
syntax match argmapInHoldersOfClaim6 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInHoldersOfClaim5 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInHoldersOfClaim4 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInHoldersOfClaim skipwhite
syntax match argmapInHoldersOfClaim3 /\v,/ contained nextgroup=@argmapInHoldersOfClaim skipwhite
syntax match argmapInHoldersOfClaim2 /\v:/ contained nextgroup=@argmapInText skipwhite
syntax match argmapInHoldersOfClaim1 /\v[(]/ contained nextgroup=@argmapInStrengthOfClaim skipwhite
syntax match argmapInHoldersOfClaim0 /\vquoting\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInHoldersOfClaim skipwhite
syntax cluster argmapInStrengthOfClaim contains=argmapInStrengthOfClaim0,argmapInStrengthOfClaim1,argmapInStrengthOfClaim2,argmapInStrengthOfClaim3,argmapInStrengthOfClaim4
syntax match argmapInStrengthOfClaim4 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInStrengthOfClaim3 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInStrengthOfClaim2 /\v[)]/ contained nextgroup=@argmapInEndOfClaim skipwhite
syntax match argmapInStrengthOfClaim1 /\v[.][.]/ contained nextgroup=@argmapInStrengthOfClaim skipwhite
syntax match argmapInStrengthOfClaim0 /\v%(certain|could|even-chance|likely|must|must-not|no-chance|possible|should|should-not|unlikely|very-likely|very-unlikely)\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInStrengthOfClaim skipwhite
syntax cluster argmapInEndOfClaim contains=argmapInEndOfClaim0,argmapInEndOfClaim1,argmapInEndOfClaim2
syntax match argmapInEndOfClaim2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInEndOfClaim1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInEndOfClaim0 /\v:/ contained nextgroup=@argmapInText skipwhite
syntax cluster argmapInDeniedClaim contains=argmapInDeniedClaim0,argmapInDeniedClaim1,argmapInDeniedClaim2,argmapInDeniedClaim3,argmapInDeniedClaim4,argmapInDeniedClaim5
syntax match argmapInDeniedClaim5 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInDeniedClaim4 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInDeniedClaim3 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInNamedDeniedClaim skipwhite
syntax match argmapInDeniedClaim2 /\v:/ contained nextgroup=@argmapInDeniedText skipwhite
syntax match argmapInDeniedClaim1 /\v[(]/ contained nextgroup=@argmapInStrengthOfDeniedClaim skipwhite
syntax match argmapInDeniedClaim0 /\vfrom\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInHoldersOfDeniedClaim skipwhite
syntax cluster argmapInNamedDeniedClaim contains=argmapInNamedDeniedClaim0,argmapInNamedDeniedClaim1,argmapInNamedDeniedClaim2,argmapInNamedDeniedClaim3,argmapInNamedDeniedClaim4
syntax match argmapInNamedDeniedClaim4 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedDeniedClaim3 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedDeniedClaim2 /\v:/ contained nextgroup=@argmapInDeniedText skipwhite
syntax match argmapInNamedDeniedClaim1 /\v[(]/ contained nextgroup=@argmapInStrengthOfDeniedClaim skipwhite
syntax match argmapInNamedDeniedClaim0 /\vfrom\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInHoldersOfDeniedClaim skipwhite
syntax cluster argmapInHoldersOfDeniedClaim contains=argmapInHoldersOfDeniedClaim0,argmapInHoldersOfDeniedClaim1,argmapInHoldersOfDeniedClaim2,argmapInHoldersOfDeniedClaim3,argmapInHoldersOfDeniedClaim4,argmapInHoldersOfDeniedClaim5,argmapInHoldersOfDeniedClaim6
syntax match argmapInHoldersOfDeniedClaim6 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInHoldersOfDeniedClaim5 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInHoldersOfDeniedClaim4 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInHoldersOfDeniedClaim skipwhite
syntax match argmapInHoldersOfDeniedClaim3 /\v,/ contained nextgroup=@argmapInHoldersOfDeniedClaim skipwhite
syntax match argmapInHoldersOfDeniedClaim2 /\v:/ contained nextgroup=@argmapInDeniedText skipwhite
syntax match argmapInHoldersOfDeniedClaim1 /\v[(]/ contained nextgroup=@argmapInStrengthOfDeniedClaim skipwhite
syntax match argmapInHoldersOfDeniedClaim0 /\vquoting\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInHoldersOfDeniedClaim skipwhite
syntax cluster argmapInStrengthOfDeniedClaim contains=argmapInStrengthOfDeniedClaim0,argmapInStrengthOfDeniedClaim1,argmapInStrengthOfDeniedClaim2,argmapInStrengthOfDeniedClaim3,argmapInStrengthOfDeniedClaim4
syntax match argmapInStrengthOfDeniedClaim4 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInStrengthOfDeniedClaim3 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInStrengthOfDeniedClaim2 /\v[)]/ contained nextgroup=@argmapInEndOfDeniedClaim skipwhite
syntax match argmapInStrengthOfDeniedClaim1 /\v[.][.]/ contained nextgroup=@argmapInStrengthOfDeniedClaim skipwhite
syntax match argmapInStrengthOfDeniedClaim0 /\v%(certain|could|even-chance|likely|must|must-not|no-chance|possible|should|should-not|unlikely|very-likely|very-unlikely)\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInStrengthOfDeniedClaim skipwhite
syntax cluster argmapInEndOfDeniedClaim contains=argmapInEndOfDeniedClaim0,argmapInEndOfDeniedClaim1,argmapInEndOfDeniedClaim2
syntax match argmapInEndOfDeniedClaim2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInEndOfDeniedClaim1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInEndOfDeniedClaim0 /\v:/ contained nextgroup=@argmapInDeniedText skipwhite
syntax cluster argmapInStep contains=argmapInStep0,argmapInStep1,argmapInStep2,argmapInStep3,argmapInStep4,argmapInStep5,argmapInStep6,argmapInStep7
syntax match argmapInStep7 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInStep6 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInStep5 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInNamedClaim skipwhite
syntax match argmapInStep4 /\v[^ \t,.():>|"“”]+[.][^ \t,.():>|"“”]+/ contained nextgroup=@argmapInEnd skipwhite
syntax match argmapInStep3 /\v:/ contained nextgroup=@argmapInText skipwhite
syntax match argmapInStep2 /\vdenies\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInDeniedClaim skipwhite
syntax match argmapInStep1 /\v%(claims|doubts|endorses|implies|reports|supposes)\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInClaim skipwhite
syntax match argmapInStep0 /\v[(]/ contained nextgroup=@argmapInScheme skipwhite
syntax cluster argmapInScheme contains=argmapInScheme0,argmapInScheme1,argmapInScheme2,argmapInScheme3,argmapInScheme4,argmapInScheme5,argmapInScheme6,argmapInScheme7
syntax match argmapInScheme7 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInScheme6 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInScheme5 /\v[)]/ contained nextgroup=@argmapInStep skipwhite
syntax match argmapInScheme4 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInScheme skipwhite
syntax match argmapInScheme3 /\v,/ contained nextgroup=@argmapInScheme skipwhite
syntax match argmapInScheme2 /\v[.][.]/ contained nextgroup=@argmapInScheme skipwhite
syntax match argmapInScheme1 /\v%(certain|could|even-chance|likely|must|must-not|no-chance|possible|should|should-not|unlikely|very-likely|very-unlikely)\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInScheme skipwhite
syntax match argmapInScheme0 /\v%(analogy|authority|background|cause|classification|consequence|definition|example|explanation|parts|precedent|sign)\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInScheme skipwhite
syntax cluster argmapInSection contains=argmapInSection0,argmapInSection1,argmapInSection2
syntax match argmapInSection2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInSection1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInSection0 /\v:/ contained nextgroup=@argmapInTitle skipwhite
syntax cluster argmapInActorToName contains=argmapInActorToName0,argmapInActorToName1,argmapInActorToName2
syntax match argmapInActorToName2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInActorToName1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInActorToName0 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInNamedActor skipwhite
syntax cluster argmapInNamedActor contains=argmapInNamedActor0,argmapInNamedActor1,argmapInNamedActor2
syntax match argmapInNamedActor2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedActor1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedActor0 /\v:/ contained nextgroup=@argmapInText skipwhite
syntax cluster argmapInAuthorToName contains=argmapInAuthorToName0,argmapInAuthorToName1,argmapInAuthorToName2
syntax match argmapInAuthorToName2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAuthorToName1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAuthorToName0 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInNamedAuthor skipwhite
syntax cluster argmapInNamedAuthor contains=argmapInNamedAuthor0,argmapInNamedAuthor1,argmapInNamedAuthor2
syntax match argmapInNamedAuthor2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedAuthor1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedAuthor0 /\v:/ contained nextgroup=@argmapInText skipwhite
syntax cluster argmapInDocumentToName contains=argmapInDocumentToName0,argmapInDocumentToName1,argmapInDocumentToName2
syntax match argmapInDocumentToName2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInDocumentToName1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInDocumentToName0 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInNamedDocument skipwhite
syntax cluster argmapInNamedDocument contains=argmapInNamedDocument0,argmapInNamedDocument1,argmapInNamedDocument2
syntax match argmapInNamedDocument2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedDocument1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedDocument0 /\v:/ contained nextgroup=@argmapInTitle skipwhite
syntax cluster argmapInIssueToName contains=argmapInIssueToName0,argmapInIssueToName1,argmapInIssueToName2
syntax match argmapInIssueToName2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInIssueToName1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInIssueToName0 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInNamedIssue skipwhite
syntax cluster argmapInNamedIssue contains=argmapInNamedIssue0,argmapInNamedIssue1,argmapInNamedIssue2
syntax match argmapInNamedIssue2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedIssue1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedIssue0 /\v:/ contained nextgroup=@argmapInTitle skipwhite
syntax cluster argmapInPositionToName contains=argmapInPositionToName0,argmapInPositionToName1,argmapInPositionToName2
syntax match argmapInPositionToName2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInPositionToName1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInPositionToName0 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInNamedPosition skipwhite
syntax cluster argmapInNamedPosition contains=argmapInNamedPosition0,argmapInNamedPosition1,argmapInNamedPosition2
syntax match argmapInNamedPosition2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedPosition1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedPosition0 /\v:/ contained nextgroup=@argmapInText skipwhite
syntax cluster argmapInTermToName contains=argmapInTermToName0,argmapInTermToName1,argmapInTermToName2
syntax match argmapInTermToName2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInTermToName1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInTermToName0 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInNamedTerm skipwhite
syntax cluster argmapInNamedTerm contains=argmapInNamedTerm0,argmapInNamedTerm1,argmapInNamedTerm2
syntax match argmapInNamedTerm2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedTerm1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInNamedTerm0 /\v:/ contained nextgroup=@argmapInText skipwhite
syntax cluster argmapInLink contains=argmapInLink0,argmapInLink1,argmapInLink2,argmapInLink3
syntax match argmapInLink3 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInLink2 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInLink1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRelation skipwhite
syntax match argmapInLink0 /\v[^ \t,.():>|"“”]+[.][^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRelation skipwhite
syntax cluster argmapInRelation contains=argmapInRelation0,argmapInRelation1,argmapInRelation2
syntax match argmapInRelation2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInRelation1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInRelation0 /\v%(contradicts|contrary-to|entails|in-tension-with|same-as|supersedes|unrelated-to)\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInTarget skipwhite
syntax cluster argmapInTarget contains=argmapInTarget0,argmapInTarget1,argmapInTarget2,argmapInTarget3
syntax match argmapInTarget3 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInTarget2 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInTarget1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInEndOfLink skipwhite
syntax match argmapInTarget0 /\v[^ \t,.():>|"“”]+[.][^ \t,.():>|"“”]+/ contained nextgroup=@argmapInEndOfLink skipwhite
syntax cluster argmapInEndOfLink contains=argmapInEndOfLink0,argmapInEndOfLink1,argmapInEndOfLink2,argmapInEndOfLink3
syntax match argmapInEndOfLink3 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInEndOfLink2 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInEndOfLink1 /\v:/ contained nextgroup=@argmapInText skipwhite
syntax match argmapInEndOfLink0 /\v[(]/ contained nextgroup=@argmapInConfidence skipwhite
syntax cluster argmapInConfidence contains=argmapInConfidence0,argmapInConfidence1,argmapInConfidence2,argmapInConfidence3
syntax match argmapInConfidence3 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInConfidence2 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInConfidence1 /\v[)]/ contained nextgroup=@argmapInEndOfLink skipwhite
syntax match argmapInConfidence0 /\v[0-9]*[.]?[0-9]+/ contained nextgroup=@argmapInConfidence skipwhite
syntax cluster argmapInAnswers contains=argmapInAnswers0,argmapInAnswers1,argmapInAnswers2
syntax match argmapInAnswers2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAnswers1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAnswers0 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInAnsweredIssue skipwhite
syntax cluster argmapInAnsweredIssue contains=argmapInAnsweredIssue0,argmapInAnsweredIssue1,argmapInAnsweredIssue2
syntax match argmapInAnsweredIssue2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAnsweredIssue1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAnsweredIssue0 /\v:/ contained nextgroup=@argmapInAnswer skipwhite
syntax cluster argmapInAnswer contains=argmapInAnswer0,argmapInAnswer1,argmapInAnswer2,argmapInAnswer3,argmapInAnswer4
syntax match argmapInAnswer4 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAnswer3 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAnswer2 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInEndOfAnswer skipwhite
syntax match argmapInAnswer1 /\vopen\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInEndOfAnswer skipwhite
syntax match argmapInAnswer0 /\vnot\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInAnswer skipwhite
syntax cluster argmapInEndOfAnswer contains=argmapInEndOfAnswer0,argmapInEndOfAnswer1,argmapInEndOfAnswer2,argmapInEndOfAnswer3
syntax match argmapInEndOfAnswer3 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInEndOfAnswer2 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInEndOfAnswer1 /\v[(]/ contained nextgroup=@argmapInStrengthOfAnswer skipwhite
syntax match argmapInEndOfAnswer0 /\vfrom\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInHoldersOfAnswer skipwhite
syntax cluster argmapInHoldersOfAnswer contains=argmapInHoldersOfAnswer0,argmapInHoldersOfAnswer1,argmapInHoldersOfAnswer2,argmapInHoldersOfAnswer3,argmapInHoldersOfAnswer4
syntax match argmapInHoldersOfAnswer4 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInHoldersOfAnswer3 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInHoldersOfAnswer2 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInHoldersOfAnswer skipwhite
syntax match argmapInHoldersOfAnswer1 /\v[(]/ contained nextgroup=@argmapInStrengthOfAnswer skipwhite
syntax match argmapInHoldersOfAnswer0 /\v,/ contained nextgroup=@argmapInHoldersOfAnswer skipwhite
syntax cluster argmapInStrengthOfAnswer contains=argmapInStrengthOfAnswer0,argmapInStrengthOfAnswer1,argmapInStrengthOfAnswer2,argmapInStrengthOfAnswer3,argmapInStrengthOfAnswer4
syntax match argmapInStrengthOfAnswer4 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInStrengthOfAnswer3 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInStrengthOfAnswer2 /\v[)]/ contained nextgroup=@argmapInEndOfAnswer skipwhite
syntax match argmapInStrengthOfAnswer1 /\v[.][.]/ contained nextgroup=@argmapInStrengthOfAnswer skipwhite
syntax match argmapInStrengthOfAnswer0 /\v%(certain|could|even-chance|likely|must|must-not|no-chance|possible|should|should-not|unlikely|very-likely|very-unlikely)\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInStrengthOfAnswer skipwhite
syntax cluster argmapInPlace contains=argmapInPlace0,argmapInPlace1,argmapInPlace2
syntax match argmapInPlace2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInPlace1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInPlace0 /\v:/ contained nextgroup=@argmapInPlaceInTheSource skipwhite
syntax cluster argmapInPlaceInTheSource contains=argmapInPlaceInTheSource0,argmapInPlaceInTheSource1,argmapInPlaceInTheSource2,argmapInPlaceInTheSource3
syntax match argmapInPlaceInTheSource3 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInPlaceInTheSource2 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInPlaceInTheSource1 /\v["“”].*["“”]/ contained nextgroup=@argmapInPlaceInTheSource skipwhite
syntax match argmapInPlaceInTheSource0 /\v%(p[.][ \t]*)?[0-9]+/ contained nextgroup=@argmapInPlaceInTheSource skipwhite
syntax cluster argmapInProse contains=argmapInProse0,argmapInProse1,argmapInProse2
syntax match argmapInProse2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInProse1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInProse0 /\v:/ contained nextgroup=@argmapInText skipwhite
syntax cluster argmapInADate contains=argmapInADate0,argmapInADate1,argmapInADate2
syntax match argmapInADate2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInADate1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInADate0 /\v:/ contained nextgroup=@argmapInADateThatIsSet skipwhite
syntax cluster argmapInANumberFrom0To1 contains=argmapInANumberFrom0To10,argmapInANumberFrom0To11,argmapInANumberFrom0To12
syntax match argmapInANumberFrom0To12 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInANumberFrom0To11 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInANumberFrom0To10 /\v:/ contained nextgroup=@argmapInANumberFrom0To1ThatIsSet skipwhite
syntax cluster argmapInALevel contains=argmapInALevel0,argmapInALevel1,argmapInALevel2
syntax match argmapInALevel2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInALevel1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInALevel0 /\v:/ contained nextgroup=@argmapInALevelThatIsSet skipwhite
syntax cluster argmapInAKind contains=argmapInAKind0,argmapInAKind1,argmapInAKind2
syntax match argmapInAKind2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAKind1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAKind0 /\v:/ contained nextgroup=@argmapInAKindThatIsSet skipwhite
syntax cluster argmapInYesOrNo contains=argmapInYesOrNo0,argmapInYesOrNo1,argmapInYesOrNo2
syntax match argmapInYesOrNo2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInYesOrNo1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInYesOrNo0 /\v:/ contained nextgroup=@argmapInYesOrNoThatIsSet skipwhite
syntax cluster argmapInAClaim contains=argmapInAClaim0,argmapInAClaim1,argmapInAClaim2
syntax match argmapInAClaim2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAClaim1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAClaim0 /\v:/ contained nextgroup=@argmapInAClaimThatIsSet skipwhite
syntax cluster argmapInAnActor contains=argmapInAnActor0,argmapInAnActor1,argmapInAnActor2
syntax match argmapInAnActor2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAnActor1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAnActor0 /\v:/ contained nextgroup=@argmapInAnActorThatIsSet skipwhite
syntax cluster argmapInIssues contains=argmapInIssues0,argmapInIssues1,argmapInIssues2
syntax match argmapInIssues2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInIssues1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInIssues0 /\v:/ contained nextgroup=@argmapInIssuesThatIsSet skipwhite
syntax cluster argmapInPositions contains=argmapInPositions0,argmapInPositions1,argmapInPositions2
syntax match argmapInPositions2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInPositions1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInPositions0 /\v:/ contained nextgroup=@argmapInPositionsThatIsSet skipwhite
syntax cluster argmapInPositionsInAnOrder contains=argmapInPositionsInAnOrder0,argmapInPositionsInAnOrder1,argmapInPositionsInAnOrder2
syntax match argmapInPositionsInAnOrder2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInPositionsInAnOrder1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInPositionsInAnOrder0 /\v:/ contained nextgroup=@argmapInPositionsInAnOrderThatIsSet skipwhite
syntax cluster argmapInIdsThatWere contains=argmapInIdsThatWere0,argmapInIdsThatWere1,argmapInIdsThatWere2
syntax match argmapInIdsThatWere2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInIdsThatWere1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInIdsThatWere0 /\v:/ contained nextgroup=@argmapInIdsThatWereThatIsSet skipwhite
syntax cluster argmapInADateThatIsSet contains=argmapInADateThatIsSet0,argmapInADateThatIsSet1,argmapInADateThatIsSet2,argmapInADateThatIsSet3
syntax match argmapInADateThatIsSet3 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInADateThatIsSet2 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInADateThatIsSet1 /\v[.][.]/ contained nextgroup=@argmapInADateThatIsSet skipwhite
syntax match argmapInADateThatIsSet0 /\v[0-9]+%(-[0-9]+)*%(T[0-9:]+)?/ contained nextgroup=@argmapInADateThatIsSet skipwhite
syntax cluster argmapInANumberFrom0To1ThatIsSet contains=argmapInANumberFrom0To1ThatIsSet0,argmapInANumberFrom0To1ThatIsSet1,argmapInANumberFrom0To1ThatIsSet2
syntax match argmapInANumberFrom0To1ThatIsSet2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInANumberFrom0To1ThatIsSet1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInANumberFrom0To1ThatIsSet0 /\v[0-9]*[.]?[0-9]+/ contained nextgroup=@argmapInANumberFrom0To1ThatIsSet skipwhite
syntax cluster argmapInALevelThatIsSet contains=argmapInALevelThatIsSet0,argmapInALevelThatIsSet1,argmapInALevelThatIsSet2
syntax match argmapInALevelThatIsSet2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInALevelThatIsSet1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInALevelThatIsSet0 /\v[0-9]+/ contained nextgroup=@argmapInALevelThatIsSet skipwhite
syntax cluster argmapInAKindThatIsSet contains=argmapInAKindThatIsSet0,argmapInAKindThatIsSet1,argmapInAKindThatIsSet2
syntax match argmapInAKindThatIsSet2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAKindThatIsSet1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAKindThatIsSet0 /\v%(fact|policy|prediction|value)\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInAKindThatIsSet skipwhite
syntax cluster argmapInYesOrNoThatIsSet contains=argmapInYesOrNoThatIsSet0,argmapInYesOrNoThatIsSet1,argmapInYesOrNoThatIsSet2
syntax match argmapInYesOrNoThatIsSet2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInYesOrNoThatIsSet1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInYesOrNoThatIsSet0 /\v%(no|yes)\ze%([ \t,.():]|$)/ contained nextgroup=@argmapInYesOrNoThatIsSet skipwhite
syntax cluster argmapInAClaimThatIsSet contains=argmapInAClaimThatIsSet0,argmapInAClaimThatIsSet1,argmapInAClaimThatIsSet2,argmapInAClaimThatIsSet3
syntax match argmapInAClaimThatIsSet3 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAClaimThatIsSet2 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAClaimThatIsSet1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInAClaimThatIsSet skipwhite
syntax match argmapInAClaimThatIsSet0 /\v[^ \t,.():>|"“”]+[.][^ \t,.():>|"“”]+/ contained nextgroup=@argmapInAClaimThatIsSet skipwhite
syntax cluster argmapInAnActorThatIsSet contains=argmapInAnActorThatIsSet0,argmapInAnActorThatIsSet1,argmapInAnActorThatIsSet2
syntax match argmapInAnActorThatIsSet2 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAnActorThatIsSet1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInAnActorThatIsSet0 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInAnActorThatIsSet skipwhite
syntax cluster argmapInIssuesThatIsSet contains=argmapInIssuesThatIsSet0,argmapInIssuesThatIsSet1,argmapInIssuesThatIsSet2,argmapInIssuesThatIsSet3
syntax match argmapInIssuesThatIsSet3 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInIssuesThatIsSet2 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInIssuesThatIsSet1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInIssuesThatIsSet skipwhite
syntax match argmapInIssuesThatIsSet0 /\v,/ contained nextgroup=@argmapInIssuesThatIsSet skipwhite
syntax cluster argmapInPositionsThatIsSet contains=argmapInPositionsThatIsSet0,argmapInPositionsThatIsSet1,argmapInPositionsThatIsSet2,argmapInPositionsThatIsSet3
syntax match argmapInPositionsThatIsSet3 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInPositionsThatIsSet2 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInPositionsThatIsSet1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInPositionsThatIsSet skipwhite
syntax match argmapInPositionsThatIsSet0 /\v,/ contained nextgroup=@argmapInPositionsThatIsSet skipwhite
syntax cluster argmapInPositionsInAnOrderThatIsSet contains=argmapInPositionsInAnOrderThatIsSet0,argmapInPositionsInAnOrderThatIsSet1,argmapInPositionsInAnOrderThatIsSet2,argmapInPositionsInAnOrderThatIsSet3
syntax match argmapInPositionsInAnOrderThatIsSet3 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInPositionsInAnOrderThatIsSet2 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInPositionsInAnOrderThatIsSet1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInPositionsInAnOrderThatIsSet skipwhite
syntax match argmapInPositionsInAnOrderThatIsSet0 /\v[>]/ contained nextgroup=@argmapInPositionsInAnOrderThatIsSet skipwhite
syntax cluster argmapInIdsThatWereThatIsSet contains=argmapInIdsThatWereThatIsSet0,argmapInIdsThatWereThatIsSet1,argmapInIdsThatWereThatIsSet2,argmapInIdsThatWereThatIsSet3
syntax match argmapInIdsThatWereThatIsSet3 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInIdsThatWereThatIsSet2 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInIdsThatWereThatIsSet1 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInIdsThatWereThatIsSet skipwhite
syntax match argmapInIdsThatWereThatIsSet0 /\v,/ contained nextgroup=@argmapInIdsThatWereThatIsSet skipwhite
syntax cluster argmapInEnd contains=argmapInEnd0,argmapInEnd1
syntax match argmapInEnd1 /\v[^ \t]/ contained nextgroup=@argmapInRest skipwhite
syntax match argmapInEnd0 /\v[^ \t,.():>|"“”]+/ contained nextgroup=@argmapInRest skipwhite
syntax cluster argmapInText contains=argmapInText0
syntax match argmapInText0 /\v.+/ contained contains=@Spell nextgroup=argmapInText1,argmapInText2,argmapInText3,argmapInText4 skipnl
syntax match argmapInText4 /\v^[ \t]*\n/ contained nextgroup=argmapInText1,argmapInText2,argmapInText3,argmapInText4 skipnl
syntax match argmapInText3 /\v^[ \t]*#.*/ contained nextgroup=argmapInText1,argmapInText2,argmapInText3,argmapInText4 skipnl
syntax match argmapInText1 /\v^[ \t]*\|/ contained nextgroup=argmapInText0 skipwhite
syntax match argmapInText2 /\v^[ \t]*\|[ \t]*$/ contained nextgroup=argmapInText1,argmapInText2,argmapInText3,argmapInText4 skipnl
syntax cluster argmapInDeniedText contains=argmapInDeniedText0
syntax match argmapInDeniedText0 /\v.+/ contained contains=@Spell nextgroup=argmapInDeniedText1,argmapInDeniedText2,argmapInDeniedText3,argmapInDeniedText4 skipnl
syntax match argmapInDeniedText4 /\v^[ \t]*\n/ contained nextgroup=argmapInDeniedText1,argmapInDeniedText2,argmapInDeniedText3,argmapInDeniedText4 skipnl
syntax match argmapInDeniedText3 /\v^[ \t]*#.*/ contained nextgroup=argmapInDeniedText1,argmapInDeniedText2,argmapInDeniedText3,argmapInDeniedText4 skipnl
syntax match argmapInDeniedText1 /\v^[ \t]*\|/ contained nextgroup=argmapInDeniedText0 skipwhite
syntax match argmapInDeniedText2 /\v^[ \t]*\|[ \t]*$/ contained nextgroup=argmapInDeniedText1,argmapInDeniedText2,argmapInDeniedText3,argmapInDeniedText4 skipnl
syntax cluster argmapInTitle contains=argmapInTitle0
syntax match argmapInTitle0 /\v.+/ contained contains=@Spell nextgroup=argmapInTitle1,argmapInTitle2,argmapInTitle3,argmapInTitle4 skipnl
syntax match argmapInTitle4 /\v^[ \t]*\n/ contained nextgroup=argmapInTitle1,argmapInTitle2,argmapInTitle3,argmapInTitle4 skipnl
syntax match argmapInTitle3 /\v^[ \t]*#.*/ contained nextgroup=argmapInTitle1,argmapInTitle2,argmapInTitle3,argmapInTitle4 skipnl
syntax match argmapInTitle1 /\v^[ \t]*\|/ contained nextgroup=argmapInTitle0 skipwhite
syntax match argmapInTitle2 /\v^[ \t]*\|[ \t]*$/ contained nextgroup=argmapInTitle1,argmapInTitle2,argmapInTitle3,argmapInTitle4 skipnl
syntax match argmapInComment0 /\v^[ \t]*#.*/ contains=@Spell
highlight default link argmapInStart0 argmapMark
highlight default link argmapInStart1 argmapStatement
highlight default link argmapInStart2 argmapVerb
highlight default link argmapInStart3 argmapDenial
highlight default link argmapInStart4 argmapStatement
highlight default link argmapInStart5 argmapStatement
highlight default link argmapInStart6 argmapStatement
highlight default link argmapInStart7 argmapStatement
highlight default link argmapInStart8 argmapStatement
highlight default link argmapInStart9 argmapError
highlight default link argmapInStart10 argmapError
highlight default link argmapInStart11 argmapError
highlight default link argmapInDeeper0 argmapField
highlight default link argmapInDeeper1 argmapStep
highlight default link argmapInDeeper2 argmapField
highlight default link argmapInDeeper3 argmapField
highlight default link argmapInDeeper4 argmapField
highlight default link argmapInDeeper5 argmapField
highlight default link argmapInDeeper6 argmapField
highlight default link argmapInDeeper7 argmapField
highlight default link argmapInDeeper8 argmapField
highlight default link argmapInDeeper9 argmapField
highlight default link argmapInDeeper10 argmapField
highlight default link argmapInDeeper11 argmapField
highlight default link argmapInDeeper12 argmapField
highlight default link argmapInDeeper13 argmapField
highlight default link argmapInDeeper14 argmapField
highlight default link argmapInDeeper15 argmapField
highlight default link argmapInDeeper16 argmapField
highlight default link argmapInDeeper17 argmapError
highlight default link argmapInDeeper18 argmapError
highlight default link argmapInRest0 argmapText
highlight default link argmapInRest1 argmapError
highlight default link argmapInRest2 argmapError
highlight default link argmapInClaim0 argmapJoiningWord
highlight default link argmapInClaim1 argmapMark
highlight default link argmapInClaim2 argmapMark
highlight default link argmapInClaim3 argmapOwnId
highlight default link argmapInClaim4 argmapError
highlight default link argmapInClaim5 argmapError
highlight default link argmapInNamedClaim0 argmapJoiningWord
highlight default link argmapInNamedClaim1 argmapMark
highlight default link argmapInNamedClaim2 argmapMark
highlight default link argmapInNamedClaim3 argmapError
highlight default link argmapInNamedClaim4 argmapError
highlight default link argmapInHoldersOfClaim0 argmapJoiningWord
highlight default link argmapInHoldersOfClaim1 argmapMark
highlight default link argmapInHoldersOfClaim2 argmapMark
highlight default link argmapInHoldersOfClaim3 argmapMark
highlight default link argmapInHoldersOfClaim4 argmapHolder
highlight default link argmapInHoldersOfClaim5 argmapError
highlight default link argmapInHoldersOfClaim6 argmapError
highlight default link argmapInStrengthOfClaim0 argmapStrength
highlight default link argmapInStrengthOfClaim1 argmapMark
highlight default link argmapInStrengthOfClaim2 argmapMark
highlight default link argmapInStrengthOfClaim3 argmapError
highlight default link argmapInStrengthOfClaim4 argmapError
highlight default link argmapInEndOfClaim0 argmapMark
highlight default link argmapInEndOfClaim1 argmapError
highlight default link argmapInEndOfClaim2 argmapError
highlight default link argmapInDeniedClaim0 argmapJoiningWord
highlight default link argmapInDeniedClaim1 argmapMark
highlight default link argmapInDeniedClaim2 argmapMark
highlight default link argmapInDeniedClaim3 argmapOwnId
highlight default link argmapInDeniedClaim4 argmapError
highlight default link argmapInDeniedClaim5 argmapError
highlight default link argmapInNamedDeniedClaim0 argmapJoiningWord
highlight default link argmapInNamedDeniedClaim1 argmapMark
highlight default link argmapInNamedDeniedClaim2 argmapMark
highlight default link argmapInNamedDeniedClaim3 argmapError
highlight default link argmapInNamedDeniedClaim4 argmapError
highlight default link argmapInHoldersOfDeniedClaim0 argmapJoiningWord
highlight default link argmapInHoldersOfDeniedClaim1 argmapMark
highlight default link argmapInHoldersOfDeniedClaim2 argmapMark
highlight default link argmapInHoldersOfDeniedClaim3 argmapMark
highlight default link argmapInHoldersOfDeniedClaim4 argmapHolder
highlight default link argmapInHoldersOfDeniedClaim5 argmapError
highlight default link argmapInHoldersOfDeniedClaim6 argmapError
highlight default link argmapInStrengthOfDeniedClaim0 argmapStrength
highlight default link argmapInStrengthOfDeniedClaim1 argmapMark
highlight default link argmapInStrengthOfDeniedClaim2 argmapMark
highlight default link argmapInStrengthOfDeniedClaim3 argmapError
highlight default link argmapInStrengthOfDeniedClaim4 argmapError
highlight default link argmapInEndOfDeniedClaim0 argmapMark
highlight default link argmapInEndOfDeniedClaim1 argmapError
highlight default link argmapInEndOfDeniedClaim2 argmapError
highlight default link argmapInStep0 argmapMark
highlight default link argmapInStep1 argmapVerb
highlight default link argmapInStep2 argmapDenial
highlight default link argmapInStep3 argmapMark
highlight default link argmapInStep4 argmapForeignId
highlight default link argmapInStep5 argmapOwnId
highlight default link argmapInStep6 argmapError
highlight default link argmapInStep7 argmapError
highlight default link argmapInScheme0 argmapScheme
highlight default link argmapInScheme1 argmapStrength
highlight default link argmapInScheme2 argmapMark
highlight default link argmapInScheme3 argmapMark
highlight default link argmapInScheme4 argmapScheme
highlight default link argmapInScheme5 argmapMark
highlight default link argmapInScheme6 argmapError
highlight default link argmapInScheme7 argmapError
highlight default link argmapInSection0 argmapMark
highlight default link argmapInSection1 argmapError
highlight default link argmapInSection2 argmapError
highlight default link argmapInActorToName0 argmapHolder
highlight default link argmapInActorToName1 argmapError
highlight default link argmapInActorToName2 argmapError
highlight default link argmapInNamedActor0 argmapMark
highlight default link argmapInNamedActor1 argmapError
highlight default link argmapInNamedActor2 argmapError
highlight default link argmapInAuthorToName0 argmapHolder
highlight default link argmapInAuthorToName1 argmapError
highlight default link argmapInAuthorToName2 argmapError
highlight default link argmapInNamedAuthor0 argmapMark
highlight default link argmapInNamedAuthor1 argmapError
highlight default link argmapInNamedAuthor2 argmapError
highlight default link argmapInDocumentToName0 argmapOwnId
highlight default link argmapInDocumentToName1 argmapError
highlight default link argmapInDocumentToName2 argmapError
highlight default link argmapInNamedDocument0 argmapMark
highlight default link argmapInNamedDocument1 argmapError
highlight default link argmapInNamedDocument2 argmapError
highlight default link argmapInIssueToName0 argmapIssue
highlight default link argmapInIssueToName1 argmapError
highlight default link argmapInIssueToName2 argmapError
highlight default link argmapInNamedIssue0 argmapMark
highlight default link argmapInNamedIssue1 argmapError
highlight default link argmapInNamedIssue2 argmapError
highlight default link argmapInPositionToName0 argmapPosition
highlight default link argmapInPositionToName1 argmapError
highlight default link argmapInPositionToName2 argmapError
highlight default link argmapInNamedPosition0 argmapMark
highlight default link argmapInNamedPosition1 argmapError
highlight default link argmapInNamedPosition2 argmapError
highlight default link argmapInTermToName0 argmapOwnId
highlight default link argmapInTermToName1 argmapError
highlight default link argmapInTermToName2 argmapError
highlight default link argmapInNamedTerm0 argmapMark
highlight default link argmapInNamedTerm1 argmapError
highlight default link argmapInNamedTerm2 argmapError
highlight default link argmapInLink0 argmapForeignId
highlight default link argmapInLink1 argmapOwnId
highlight default link argmapInLink2 argmapError
highlight default link argmapInLink3 argmapError
highlight default link argmapInRelation0 argmapRelation
highlight default link argmapInRelation1 argmapError
highlight default link argmapInRelation2 argmapError
highlight default link argmapInTarget0 argmapForeignId
highlight default link argmapInTarget1 argmapOwnId
highlight default link argmapInTarget2 argmapError
highlight default link argmapInTarget3 argmapError
highlight default link argmapInEndOfLink0 argmapMark
highlight default link argmapInEndOfLink1 argmapMark
highlight default link argmapInEndOfLink2 argmapError
highlight default link argmapInEndOfLink3 argmapError
highlight default link argmapInConfidence0 argmapNumber
highlight default link argmapInConfidence1 argmapMark
highlight default link argmapInConfidence2 argmapError
highlight default link argmapInConfidence3 argmapError
highlight default link argmapInAnswers0 argmapIssue
highlight default link argmapInAnswers1 argmapError
highlight default link argmapInAnswers2 argmapError
highlight default link argmapInAnsweredIssue0 argmapMark
highlight default link argmapInAnsweredIssue1 argmapError
highlight default link argmapInAnsweredIssue2 argmapError
highlight default link argmapInAnswer0 argmapJoiningWord
highlight default link argmapInAnswer1 argmapConstant
highlight default link argmapInAnswer2 argmapPosition
highlight default link argmapInAnswer3 argmapError
highlight default link argmapInAnswer4 argmapError
highlight default link argmapInEndOfAnswer0 argmapJoiningWord
highlight default link argmapInEndOfAnswer1 argmapMark
highlight default link argmapInEndOfAnswer2 argmapError
highlight default link argmapInEndOfAnswer3 argmapError
highlight default link argmapInHoldersOfAnswer0 argmapMark
highlight default link argmapInHoldersOfAnswer1 argmapMark
highlight default link argmapInHoldersOfAnswer2 argmapHolder
highlight default link argmapInHoldersOfAnswer3 argmapError
highlight default link argmapInHoldersOfAnswer4 argmapError
highlight default link argmapInStrengthOfAnswer0 argmapStrength
highlight default link argmapInStrengthOfAnswer1 argmapMark
highlight default link argmapInStrengthOfAnswer2 argmapMark
highlight default link argmapInStrengthOfAnswer3 argmapError
highlight default link argmapInStrengthOfAnswer4 argmapError
highlight default link argmapInPlace0 argmapMark
highlight default link argmapInPlace1 argmapError
highlight default link argmapInPlace2 argmapError
highlight default link argmapInPlaceInTheSource0 argmapNumber
highlight default link argmapInPlaceInTheSource1 argmapCue
highlight default link argmapInPlaceInTheSource2 argmapError
highlight default link argmapInPlaceInTheSource3 argmapError
highlight default link argmapInProse0 argmapMark
highlight default link argmapInProse1 argmapError
highlight default link argmapInProse2 argmapError
highlight default link argmapInADate0 argmapMark
highlight default link argmapInADate1 argmapError
highlight default link argmapInADate2 argmapError
highlight default link argmapInANumberFrom0To10 argmapMark
highlight default link argmapInANumberFrom0To11 argmapError
highlight default link argmapInANumberFrom0To12 argmapError
highlight default link argmapInALevel0 argmapMark
highlight default link argmapInALevel1 argmapError
highlight default link argmapInALevel2 argmapError
highlight default link argmapInAKind0 argmapMark
highlight default link argmapInAKind1 argmapError
highlight default link argmapInAKind2 argmapError
highlight default link argmapInYesOrNo0 argmapMark
highlight default link argmapInYesOrNo1 argmapError
highlight default link argmapInYesOrNo2 argmapError
highlight default link argmapInAClaim0 argmapMark
highlight default link argmapInAClaim1 argmapError
highlight default link argmapInAClaim2 argmapError
highlight default link argmapInAnActor0 argmapMark
highlight default link argmapInAnActor1 argmapError
highlight default link argmapInAnActor2 argmapError
highlight default link argmapInIssues0 argmapMark
highlight default link argmapInIssues1 argmapError
highlight default link argmapInIssues2 argmapError
highlight default link argmapInPositions0 argmapMark
highlight default link argmapInPositions1 argmapError
highlight default link argmapInPositions2 argmapError
highlight default link argmapInPositionsInAnOrder0 argmapMark
highlight default link argmapInPositionsInAnOrder1 argmapError
highlight default link argmapInPositionsInAnOrder2 argmapError
highlight default link argmapInIdsThatWere0 argmapMark
highlight default link argmapInIdsThatWere1 argmapError
highlight default link argmapInIdsThatWere2 argmapError
highlight default link argmapInADateThatIsSet0 argmapDate
highlight default link argmapInADateThatIsSet1 argmapMark
highlight default link argmapInADateThatIsSet2 argmapError
highlight default link argmapInADateThatIsSet3 argmapError
highlight default link argmapInANumberFrom0To1ThatIsSet0 argmapNumber
highlight default link argmapInANumberFrom0To1ThatIsSet1 argmapError
highlight default link argmapInANumberFrom0To1ThatIsSet2 argmapError
highlight default link argmapInALevelThatIsSet0 argmapNumber
highlight default link argmapInALevelThatIsSet1 argmapError
highlight default link argmapInALevelThatIsSet2 argmapError
highlight default link argmapInAKindThatIsSet0 argmapConstant
highlight default link argmapInAKindThatIsSet1 argmapError
highlight default link argmapInAKindThatIsSet2 argmapError
highlight default link argmapInYesOrNoThatIsSet0 argmapConstant
highlight default link argmapInYesOrNoThatIsSet1 argmapError
highlight default link argmapInYesOrNoThatIsSet2 argmapError
highlight default link argmapInAClaimThatIsSet0 argmapForeignId
highlight default link argmapInAClaimThatIsSet1 argmapOwnId
highlight default link argmapInAClaimThatIsSet2 argmapError
highlight default link argmapInAClaimThatIsSet3 argmapError
highlight default link argmapInAnActorThatIsSet0 argmapHolder
highlight default link argmapInAnActorThatIsSet1 argmapError
highlight default link argmapInAnActorThatIsSet2 argmapError
highlight default link argmapInIssuesThatIsSet0 argmapMark
highlight default link argmapInIssuesThatIsSet1 argmapIssue
highlight default link argmapInIssuesThatIsSet2 argmapError
highlight default link argmapInIssuesThatIsSet3 argmapError
highlight default link argmapInPositionsThatIsSet0 argmapMark
highlight default link argmapInPositionsThatIsSet1 argmapPosition
highlight default link argmapInPositionsThatIsSet2 argmapError
highlight default link argmapInPositionsThatIsSet3 argmapError
highlight default link argmapInPositionsInAnOrderThatIsSet0 argmapMark
highlight default link argmapInPositionsInAnOrderThatIsSet1 argmapPosition
highlight default link argmapInPositionsInAnOrderThatIsSet2 argmapError
highlight default link argmapInPositionsInAnOrderThatIsSet3 argmapError
highlight default link argmapInIdsThatWereThatIsSet0 argmapMark
highlight default link argmapInIdsThatWereThatIsSet1 argmapOwnId
highlight default link argmapInIdsThatWereThatIsSet2 argmapError
highlight default link argmapInIdsThatWereThatIsSet3 argmapError
highlight default link argmapInEnd0 argmapError
highlight default link argmapInEnd1 argmapError
highlight default link argmapInText0 argmapText
highlight default link argmapInText1 argmapBar
highlight default link argmapInText2 argmapBar
highlight default link argmapInText3 argmapComment
highlight default link argmapInDeniedText0 argmapDeniedText
highlight default link argmapInDeniedText1 argmapBar
highlight default link argmapInDeniedText2 argmapBar
highlight default link argmapInDeniedText3 argmapComment
highlight default link argmapInTitle0 argmapTitle
highlight default link argmapInTitle1 argmapBar
highlight default link argmapInTitle2 argmapBar
highlight default link argmapInTitle3 argmapComment
highlight default link argmapInComment0 argmapComment
highlight default link argmapComment Comment
highlight default link argmapStatement Structure
highlight default link argmapVerb Statement
highlight default link argmapDenial argmapDenied
highlight default link argmapStep Conditional
highlight default link argmapField Label
highlight default link argmapJoiningWord Operator
highlight default link argmapOwnId Function
highlight default link argmapForeignId Underlined
highlight default link argmapIssue Identifier
highlight default link argmapPosition Constant
highlight default link argmapHolder Type
highlight default link argmapStrength Number
highlight default link argmapScheme StorageClass
highlight default link argmapRelation Conditional
highlight default link argmapConstant Boolean
highlight default link argmapNumber Number
highlight default link argmapDate Number
highlight default link argmapCue String
highlight default link argmapTitle Title
highlight default link argmapText Normal
highlight default link argmapDeniedText argmapDenied
highlight default link argmapBar Delimiter
highlight default link argmapMark Delimiter
highlight default link argmapError Error
highlight default argmapDenied cterm=italic gui=italic ctermfg=Brown guifg=#b8470a
let b:current_syntax = "argmap"
